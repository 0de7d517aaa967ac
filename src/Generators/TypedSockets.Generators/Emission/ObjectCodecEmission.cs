using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>
/// Writes what the codec of any object consists of, for payload types and for the arguments of a method: the table of members, and the bodies of
/// <c>Write</c> and <c>Read</c>. The members' locals are named by <see cref="Local"/>; everything else in the bodies has no <c>__</c> prefix.
/// </summary>
internal static class ObjectCodecEmission
{
    /// <summary>The local that holds a member while an object is read.</summary>
    internal static string Local(PayloadMemberModel member) => "__" + member.Name;

    /// <summary>Writes the static table <c>Members</c> that both bodies use.</summary>
    internal static void WriteMemberTable(CodeWriter code, EquatableArray<PayloadMemberModel> members) => throw new NotImplementedException();

    /// <summary>Writes the body of <c>Write(ref PayloadWriter writer, T value)</c>.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="members">The members, in wire order.</param>
    /// <param name="isReferenceType">Whether the value has to be checked for null.</param>
    internal static void WriteWriteBody(CodeWriter code, EquatableArray<PayloadMemberModel> members, bool isReferenceType) => throw new NotImplementedException();

    /// <summary>Writes the body of <c>Read(ref PayloadReader reader)</c>.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="members">The members, in wire order.</param>
    /// <param name="construct">Writes the statements that make the object from the locals and return it, inside the <c>try</c>.</param>
    internal static void WriteReadBody(CodeWriter code, EquatableArray<PayloadMemberModel> members, Action<CodeWriter> construct) => throw new NotImplementedException();
}
