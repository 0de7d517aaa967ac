using System.Text;

namespace TypedSockets.Generators.Parsing;

/// <summary>Writes texts as JSON, so that manifests are the same wherever they are made.</summary>
internal static class JsonText
{
    /// <summary>The text with quotes around it.</summary>
    internal static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            // The line separators would end a line of C#, and half of a surrogate pair has no encoding.
            quoted.Append(character is '"' or '\\' or '\u2028' or '\u2029' || char.IsControl(character) || char.IsSurrogate(character)
                ? $"\\u{(int)character:x4}"
                : character.ToString());
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Whether the text can be encoded: it has no half of a surrogate pair.</summary>
    internal static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsSurrogatePair(text, i) && ++i > 0))
            {
                return false;
            }
        }

        return true;
    }
}
