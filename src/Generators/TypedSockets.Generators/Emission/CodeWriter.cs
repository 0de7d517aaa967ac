using System.Text;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes indented C# with <c>\n</c> line ends. Text of several lines is indented as a whole.</summary>
internal sealed class CodeWriter
{
    private const string IndentUnit = "    ";

    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                for (var i = 0; i < _depth; i++)
                {
                    _text.Append(IndentUnit);
                }

                _text.Append(line);
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes <paramref name="head"/> and an opening brace; disposing the result closes it.</summary>
    public Block Braces(string head, string close = "}")
    {
        Line(head);
        Line("{");
        _depth++;
        return new Block(this, close);
    }

    /// <summary>Indents what follows; disposing the result ends it.</summary>
    public Block Indent()
    {
        _depth++;
        return new Block(this, null);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Block(CodeWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close is not null)
            {
                writer.Line(close);
            }
        }
    }
}
