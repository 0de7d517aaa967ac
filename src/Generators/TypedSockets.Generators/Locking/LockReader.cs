using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using TypedSockets.Generators.Parsing;
using TypedSockets.Hubs;

namespace TypedSockets.Generators.Locking;

/// <summary>Reads the JSON of locks and manifests. A compiler has no other reader of JSON than the one that makes XML of it.</summary>
internal static class LockReader
{
    /// <summary>The version of the format.</summary>
    internal const int Version = 1;

    /// <summary>Reads the contracts of a lock.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static List<LockedContract> Read(string text) => Reading(text, root =>
    {
        var version = int.Parse(Text(root, "version"), CultureInfo.InvariantCulture);
        if (version != Version)
        {
            throw new FormatException($"its version is {version}, and only {Version} can be read");
        }

        var contracts = new List<LockedContract>();
        foreach (var contract in Items(root, "contracts"))
        {
            contracts.Add(ReadContract(contract));
        }

        return contracts;
    });

    /// <summary>Reads a manifest as the generator writes it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static LockedContract ReadManifest(string text) => Reading(text, ReadContract);

    private static T Reading<T>(string text, Func<XElement, T> read)
    {
        try
        {
            using var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), XmlDictionaryReaderQuotas.Max);
            return read(XElement.Load(reader));
        }
        catch (Exception error) when (error is XmlException or InvalidOperationException or OverflowException)
        {
            throw new FormatException("it is no JSON of that kind", error);
        }
    }

    private static LockedContract ReadContract(XElement contract)
    {
        var payloads = new Dictionary<string, ManifestPayload>(StringComparer.Ordinal);
        foreach (var payload in Items(contract, "payloads"))
        {
            payloads[Text(payload, "type")] = ReadPayload(payload);
        }

        return new LockedContract(Text(contract, "hub"), new ContractManifest(ReadMembers(contract, "server"), ReadMembers(contract, "client"), payloads));
    }

    private static List<ManifestMember> ReadMembers(XElement contract, string side)
    {
        var members = new List<ManifestMember>();
        foreach (var member in Items(contract, side))
        {
            var errors = new List<string>();
            foreach (var error in member.Element("errors")?.Elements() ?? [])
            {
                errors.Add(error.Value);
            }

            members.Add(new ManifestMember(
                Id: 0, Text(member, "name"), Text(member, "kind"), ReadValues(member, "parameters"), member.Element("result")?.Value, errors));
        }

        return members;
    }

    private static ManifestPayload ReadPayload(XElement payload)
    {
        if (payload.Element("cases") is null)
        {
            return new ManifestPayload(Has(payload, "map"), ReadValues(payload, "members"), Cases: null);
        }

        var types = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in Items(payload, "cases"))
        {
            var tag = Child(item, "tag");
            types[(string?)tag.Attribute("type") == "number" ? tag.Value : JsonText.Quote(tag.Value)] = Text(item, "type");
        }

        return new ManifestPayload(IsMap: false, [], types);
    }

    private static List<ManifestValue> ReadValues(XElement parent, string name)
    {
        var values = new List<ManifestValue>();
        foreach (var value in Items(parent, name))
        {
            values.Add(new ManifestValue(Text(value, "name"), Text(value, "type"), Has(value, "optional"), Has(value, "stream")));
        }

        return values;
    }

    private static IEnumerable<XElement> Items(XElement parent, string name)
    {
        var items = Child(parent, name);
        return (string?)items.Attribute("type") == "array" ? items.Elements() : throw new FormatException($"'{name}' is no array");
    }

    private static bool Has(XElement parent, string name) => parent.Element(name) is { Value: "true" };

    private static string Text(XElement parent, string name) => Child(parent, name).Value;

    private static XElement Child(XElement parent, string name) => parent.Element(name) ?? throw new FormatException($"'{name}' is missing");
}
