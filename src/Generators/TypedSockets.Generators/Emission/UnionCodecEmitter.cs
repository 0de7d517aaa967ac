using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the codec of a union.</summary>
internal static class UnionCodecEmitter
{
    private const string Codecs = "global::TypedSockets.Codecs";

    /// <summary>Writes what stands between the codec's braces.</summary>
    internal static void WriteBody(CodeWriter code, UnionModel union)
    {
        if (union.IsNamed)
        {
            WriteNames(code, union);
        }

        // The header, a tag of at least one byte, and a case of at least one.
        code.Line("public static int MinimumSize => 3;").Line();
        using (code.Braces($"public static void Write(ref {Codecs}.PayloadWriter writer, {union.Type} value)"))
        {
            WriteWriteBody(code, union);
        }

        code.Line();
        using (code.Braces($"public static {union.Type} Read(ref {Codecs}.PayloadReader reader)"))
        {
            WriteReadBody(code, union);
        }
    }

    private static void WriteNames(CodeWriter code, UnionModel union)
    {
        code.Line("private static readonly string[] Names =").Line("[");
        using (code.Indent())
        {
            foreach (var item in union.Cases)
            {
                code.Line($"{CSharpLiteral.Of(item.Name!)},");
            }
        }

        code.Line("];").Line();
    }

    private static void WriteWriteBody(CodeWriter code, UnionModel union)
    {
        using (code.Braces("switch (value)"))
        {
            for (var i = 0; i < union.Cases.Count; i++)
            {
                WriteCase(code, union.Cases[i], i);
            }

            WriteEnd(code, "case null:", "ThrowNull()");
            WriteEnd(code, "default:", "ThrowUnknownCase(value)");
        }

        code.Line().Line("writer.Leave();");
    }

    // A type that derives from a case is not that case: what it adds would be lost.
    private static void WriteCase(CodeWriter code, UnionCaseModel item, int position)
    {
        var exact = item.IsSealed ? "" : $" when case{position}.GetType() == typeof({item.Type})";
        code.Line($"case {item.Type} case{position}{exact}:");
        using (code.Indent())
        {
            code.Line($"writer.EnterUnion({(item.Name is null ? $"{item.Tag}" : CSharpLiteral.Of(item.Name) + "u8")});");
            code.Line($"{item.Codec}.Write(ref writer, case{position});");
            code.Line("break;");
        }
    }

    private static void WriteReadBody(CodeWriter code, UnionModel union)
    {
        code.Line($"{union.Type} result = default!;");
        using (code.Braces($"switch (reader.EnterUnion({(union.IsNamed ? "Names" : "")}))"))
        {
            for (var i = 0; i < union.Cases.Count; i++)
            {
                var item = union.Cases[i];
                code.Line($"case {(union.IsNamed ? i : item.Tag)}:");
                using (code.Indent())
                {
                    code.Line($"result = {item.Codec}.Read(ref reader);").Line("break;");
                }
            }

            WriteEnd(code, "default:", "ThrowUnknownTag()");
        }

        code.Line().Line("reader.Leave();").Line("return result;");
    }

    private static void WriteEnd(CodeWriter code, string label, string error)
    {
        code.Line(label);
        using (code.Indent())
        {
            code.Line($"{Codecs}.PayloadErrors.{error};").Line("break;");
        }
    }
}
