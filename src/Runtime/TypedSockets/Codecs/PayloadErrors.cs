using System.Diagnostics.CodeAnalysis;

namespace TypedSockets.Codecs;

/// <summary>The texts of everything that can be wrong with a payload, in one place. Generated code throws through it.</summary>
public static class PayloadErrors
{
    internal const string Ends = "the bytes end before the value does";
    internal const string DoesNotFit = "the number does not fit";
    internal const string OtherForm = "the bytes are of another form";

    /// <summary>Throws because a value that the contract does not allow to be null is null.</summary>
    [DoesNotReturn]
    public static void ThrowNull() =>
        throw new PayloadException("null, but the contract does not allow null here; declare it nullable or set it");

    /// <summary>Throws because members that must be there are not.</summary>
    /// <param name="members">The object's members.</param>
    /// <param name="seen">A bit for each member that was read.</param>
    /// <param name="required">A bit for each member that must be.</param>
    [DoesNotReturn]
    public static void ThrowMissing(ReadOnlySpan<PayloadMember> members, ulong seen, ulong required)
    {
        var position = System.Numerics.BitOperations.TrailingZeroCount(required & ~seen);
        throw PayloadException.At(new PayloadException("missing"), members, position);
    }

    /// <summary>Throws because an object is sent that the union does not name.</summary>
    /// <param name="value">The object; its type is told, nothing else.</param>
    [DoesNotReturn]
    public static void ThrowUnknownCase(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        throw new PayloadException(
            $"'{value.GetType()}' is no case of this union, so no peer could read it; name it with [SocketUnion] on the union, or send one of its cases");
    }

    /// <summary>Throws because an object came that the union does not name.</summary>
    [DoesNotReturn]
    public static void ThrowUnknownTag() =>
        throw new PayloadException("the tag is none of this union's; the other side's contract has a case that this one does not know");

    [DoesNotReturn]
    internal static void ThrowEnd() => throw new PayloadException(Ends);

    [DoesNotReturn]
    internal static T ThrowDoesNotFit<T>() => throw new PayloadException(DoesNotFit);

    [DoesNotReturn]
    internal static void ThrowOtherForm() => throw new PayloadException(OtherForm);

    // Not the code itself: that of a small number is the number.
    [DoesNotReturn]
    internal static void ThrowFound(byte code) =>
        throw new PayloadException($"found {MessagePack.MessagePackCode.ToFormatName(code)}");

    [DoesNotReturn]
    internal static T ThrowFound<T>(byte code)
    {
        ThrowFound(code);
        return default;
    }

    [DoesNotReturn]
    internal static void ThrowTooDeep() =>
        throw new PayloadException($"nested deeper than {PayloadLimits.MaxDepth}");

    [DoesNotReturn]
    internal static void ThrowUnexpected(string expected, MessagePack.MessagePackType found) =>
        throw new PayloadException($"expected {expected}, found {found}");

    [DoesNotReturn]
    internal static void ThrowCount(long count, long remaining) =>
        throw new PayloadException($"a count of {count} cannot fit into the {remaining} bytes that are left");

    [DoesNotReturn]
    internal static void ThrowTupleSize(int expected, int found) =>
        throw new PayloadException($"expected {expected} elements, found {found}");

    [DoesNotReturn]
    internal static void ThrowSize(int expected, int found) =>
        throw new PayloadException($"expected {expected} bytes, found {found}");

    [DoesNotReturn]
    internal static void ThrowTrailing(long bytes) =>
        throw new PayloadException($"{bytes} bytes are left over after the arguments");

    [DoesNotReturn]
    internal static void ThrowDuplicateKey() =>
        throw new PayloadException("a key comes twice");

    [DoesNotReturn]
    internal static void ThrowInvalidUtf8() =>
        throw new PayloadException("the text is not valid UTF-8");

    [DoesNotReturn]
    internal static void ThrowMalformed(string type) =>
        throw new PayloadException($"the text is not a valid {type}");

    [DoesNotReturn]
    internal static void ThrowOutOfRange(string type) =>
        throw new PayloadException($"the number is outside the range of a {type}");

    [DoesNotReturn]
    internal static void ThrowNotRead(Type formatter, long bytes) =>
        throw new PayloadException($"'{formatter}' left {bytes} bytes of the value unread; a formatter has to read what it has written");

    [DoesNotReturn]
    internal static void ThrowChanged() =>
        throw new PayloadException("the collection changed while it was being written");
}
