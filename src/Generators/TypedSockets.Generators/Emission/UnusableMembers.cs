using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>
/// Deals with members that are <c>[Obsolete]</c> as an error. They still come from deployed peers, and only obsolete code may call them.
/// </summary>
internal static class UnusableMembers
{
    /// <summary>The attribute of generated code that calls them.</summary>
    internal const string Permission = "[global::System.Obsolete(\"It calls members that are obsolete.\")]";

    internal static bool Any(InterfaceModel side)
    {
        foreach (var method in side.Methods)
        {
            if (method.IsUnusable)
            {
                return true;
            }
        }

        return false;
    }
}
