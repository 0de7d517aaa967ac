using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>
/// What users' formatters are given. Nothing else may name the package's options: whatever reaches them can no longer be compiled ahead of time without warnings.
/// </summary>
internal static class FormatterOptions
{
    /// <summary>The standard options, for bytes that come from outside.</summary>
    public static readonly MessagePackSerializerOptions Untrusted = MessagePackSerializerOptions.Standard.WithSecurity(
        MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(PayloadLimits.MaxDepth));
}
