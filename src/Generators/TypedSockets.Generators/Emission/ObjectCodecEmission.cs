using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>
/// Writes what the codec of any object consists of, for payload types and for the arguments of a method: the table <c>Members</c>, and the
/// bodies of <c>Write</c> and <c>Read</c>. While an object is read each member stands in a local, see <see cref="Local"/>; these begin with
/// <c>__</c> and the other locals do not, so that no member can collide with them.
/// </summary>
internal static class ObjectCodecEmission
{
    private const string Codecs = "global::TypedSockets.Codecs";

    /// <summary>The local that holds a member while an object is read.</summary>
    internal static string Local(PayloadMemberModel member) => CSharpName.Escape("__" + member.Name);

    /// <summary>Writes the static table <c>Members</c>, which both bodies use.</summary>
    internal static void WriteMemberTable(CodeWriter code, EquatableArray<PayloadMemberModel> members)
    {
        code.Line($"private static readonly {Codecs}.PayloadMember[] Members =").Line("[");
        using (code.Indent())
        {
            foreach (var member in members)
            {
                code.Line($"new({CSharpLiteral.Of(member.WireName)}, \"{member.Value.WireType}\"),");
            }
        }

        code.Line("];");
    }

    /// <summary>Writes <c>MinimumSize</c>, <c>Write</c> and <c>Read</c>.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="type">The object's type, fully qualified.</param>
    /// <param name="members">The members, in wire order; each is read from <c>value.Name</c>.</param>
    /// <param name="isReferenceType">Whether the value has to be checked for null.</param>
    /// <param name="isMap">Whether it is written as a map of names.</param>
    /// <param name="construct">
    /// Writes the statements that make the object of the locals and return it. Where <see cref="TracksSeen"/> says so they may ask <see cref="Seen"/>.
    /// </param>
    internal static void WriteCodecMembers(
        CodeWriter code, string type, EquatableArray<PayloadMemberModel> members, bool isReferenceType, bool isMap, Action<CodeWriter> construct)
    {
        code.Line("public static int MinimumSize => 1;").Line();
        using (code.Braces($"public static void Write(ref {Codecs}.PayloadWriter writer, {type} value)"))
        {
            WriteWriteBody(code, members, isReferenceType, isMap);
        }

        code.Line();
        using (code.Braces($"public static {type} Read(ref {Codecs}.PayloadReader reader)"))
        {
            WriteReadBody(code, members, construct);
        }
    }

    /// <summary>Whether something has to know if this member was there.</summary>
    internal static bool TracksSeen(PayloadMemberModel member) =>
        member.IsRequired || member.Assignment is MemberAssignment.Setter or MemberAssignment.Accessor;

    /// <summary>The condition that the member at <paramref name="position"/> was there.</summary>
    internal static string Seen(int position) => $"(seen & (1UL << {position})) != 0";

    private static void WriteWriteBody(CodeWriter code, EquatableArray<PayloadMemberModel> members, bool isReferenceType, bool isMap)
    {
        if (isReferenceType)
        {
            using (code.Braces("if (value is null)"))
            {
                code.Line($"{Codecs}.PayloadErrors.ThrowNull();");
            }

            code.Line();
        }

        code.Line("var at = -1;");
        using (code.Braces("try"))
        {
            code.Line($"writer.{(isMap ? "EnterMap" : "EnterObject")}({members.Count});");
            for (var i = 0; i < members.Count; i++)
            {
                WriteMember(code, members[i], i, isReferenceType, isMap);
            }

            code.Line("writer.Leave();");
        }

        WriteCatch(code);
    }

    private static void WriteMember(CodeWriter code, PayloadMemberModel member, int position, bool isReferenceType, bool isMap)
    {
        if (member.IsHole)
        {
            code.Line("writer.WriteNil();");
            return;
        }

        code.Line($"at = {position};");
        if (isMap)
        {
            code.Line($"writer.WriteName({CSharpLiteral.Of(member.WireName)}u8);");
        }

        code.Line($"{member.Value.Codec}.Write(ref writer, {AccessorEmission.Read(member, isReferenceType)});");
    }

    private static void WriteReadBody(CodeWriter code, EquatableArray<PayloadMemberModel> members, Action<CodeWriter> construct)
    {
        var tracksSeen = WriteLocals(code, members);
        code.Line("var at = -1;");
        using (code.Braces("try"))
        {
            code.Line("var members = reader.EnterObject();");
            using (code.Braces("while (members.MoveNext(ref reader, Members, out at))"))
            using (code.Braces("switch (at)"))
            {
                for (var i = 0; i < members.Count; i++)
                {
                    if (!members[i].IsHole)
                    {
                        WriteCase(code, members[i], i);
                    }
                }

                code.Line("default:");
                using (code.Indent())
                {
                    code.Line("reader.Skip();").Line("break;");
                }
            }

            code.Line().Line("reader.Leave();").Line();
            if (tracksSeen)
            {
                WriteRequiredCheck(code, members);
            }

            construct(code);
        }

        WriteCatch(code);
    }

    private static bool WriteLocals(CodeWriter code, EquatableArray<PayloadMemberModel> members)
    {
        var tracksSeen = false;
        foreach (var member in members)
        {
            if (member.IsHole)
            {
                continue;
            }

            code.Line($"{member.Value.Type} {Local(member)} = {member.DefaultValue ?? Absent(member.Value)};");
            tracksSeen |= TracksSeen(member);
        }

        if (tracksSeen)
        {
            code.Line("ulong seen = 0;");
        }

        return tracksSeen;
    }

    private static string Absent(ValueModel value) => value is { IsReferenceType: true, IsNullable: false } ? "default!" : "default";

    private static void WriteCase(CodeWriter code, PayloadMemberModel member, int position)
    {
        code.Line($"case {position}:");
        using (code.Indent())
        {
            code.Line($"{Local(member)} = {member.Value.Codec}.Read(ref reader);");
            if (TracksSeen(member))
            {
                code.Line($"seen |= 1UL << {position};");
            }

            code.Line("break;");
        }
    }

    private static void WriteRequiredCheck(CodeWriter code, EquatableArray<PayloadMemberModel> members)
    {
        var required = 0UL;
        for (var i = 0; i < members.Count; i++)
        {
            required |= members[i].IsRequired ? 1UL << i : 0;
        }

        if (required == 0)
        {
            return;
        }

        code.Line($"const ulong Required = 0b{Binary(required)};");
        using (code.Braces("if ((seen & Required) != Required)"))
        {
            code.Line($"{Codecs}.PayloadErrors.ThrowMissing(Members, seen, Required);");
        }

        code.Line();
    }

    private static string Binary(ulong bits)
    {
        var text = "";
        for (; bits != 0; bits >>= 1)
        {
            text = ((bits & 1) == 0 ? "0" : "1") + text;
        }

        return text;
    }

    private static void WriteCatch(CodeWriter code)
    {
        using (code.Braces("catch (global::System.Exception error)"))
        {
            code.Line($"throw {Codecs}.PayloadException.At(error, Members, at);");
        }
    }
}
