using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the codec of a payload type.</summary>
internal static class PayloadCodecEmitter
{
    /// <summary>Writes the whole file.</summary>
    internal static string Emit(PayloadModel payload)
    {
        var code = GeneratedFile.Begin(new CodeWriter());
        using (code.Braces($"namespace {payload.Name.Namespace}"))
        {
            code.Line($"/// <summary>Writes and reads <c>{payload.WireName.Replace("<", "&lt;").Replace(">", "&gt;")}</c>.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"internal readonly struct {payload.Name.Name} : global::TypedSockets.Codecs.ISocketCodec<{payload.Type}>"))
            {
                WriteBody(code, payload);
            }
        }

        return code.ToString();
    }

    private static void WriteBody(CodeWriter code, PayloadModel payload)
    {
        if (payload is UnionModel union)
        {
            UnionCodecEmitter.WriteBody(code, union);
        }
        else
        {
            ObjectCodecEmitter.WriteBody(code, (ObjectModel)payload);
        }
    }
}
