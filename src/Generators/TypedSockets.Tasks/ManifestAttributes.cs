using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TypedSockets.Tasks;

/// <summary>Reads the manifests of an assembly from its metadata, without loading it.</summary>
internal static class ManifestAttributes
{
    private const string Namespace = "TypedSockets.CompilerServices";
    private const string Name = "SocketContractManifestAttribute";

    // What every custom attribute's value starts with (ECMA-335, II.23.3).
    private const ushort Prolog = 1;

    /// <summary>The manifests.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    internal static List<string> Read(string assembly)
    {
        using var file = File.OpenRead(assembly);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var manifests = new List<string>();
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsManifest(metadata, attribute))
            {
                continue;
            }

            var value = metadata.GetBlobReader(attribute.Value);
            if (value.ReadUInt16() == Prolog && value.ReadSerializedString() is not null && value.ReadSerializedString() is { } manifest)
            {
                manifests.Add(manifest);
            }
        }

        return manifests;
    }

    private static bool IsManifest(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, Name) && metadata.StringComparer.Equals(type.Namespace, Namespace);
    }
}
