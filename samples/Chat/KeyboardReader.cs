using System.Text;

namespace Chat;

/// <summary>Reads lines key by key, so that others can be told that one is typing.</summary>
public sealed class KeyboardReader(Screen screen, Action typing) : TextReader
{
    /// <inheritdoc />
    public override string? ReadLine()
    {
        var line = new StringBuilder();
        screen.ShowTyped("");
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    screen.ShowTyped("");
                    return line.ToString();
                case ConsoleKey.D when key.Modifiers == ConsoleModifiers.Control && line.Length == 0:
                    return null;
                case ConsoleKey.Backspace:
                    line.Length = Math.Max(0, line.Length - 1);
                    break;
                default:
                    Append(line, key.KeyChar);
                    break;
            }

            screen.ShowTyped(line.ToString());
        }
    }

    private void Append(StringBuilder line, char character)
    {
        if (char.IsControl(character))
        {
            return;
        }

        if (line.Length == 0 && character != '/')
        {
            typing();
        }

        line.Append(character);
    }
}
