using System.Text;

namespace TypedSockets.Generators.Tests.Snapshots;

/// <summary>Shows how two texts differ, line by line.</summary>
internal static class LineDiff
{
    /// <summary>The lines that were taken out, with <c>-</c>, and those that were put in, with <c>+</c>, and one line around them.</summary>
    public static string Of(string before, string after)
    {
        var left = before.Split('\n');
        var right = after.Split('\n');
        var common = CommonLengths(left, right);
        var lines = new List<(char Mark, string Text)>();
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                lines.Add((' ', left[i++]));
                j++;
            }
            else if (j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', left[i++]));
            }
            else
            {
                lines.Add(('+', right[j++]));
            }
        }

        return Near(lines);
    }

    // The length of the longest common subsequence of what follows each pair of lines.
    private static int[,] CommonLengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static string Near(List<(char Mark, string Text)> lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var isNear = (i > 0 && lines[i - 1].Mark != ' ') || (i + 1 < lines.Count && lines[i + 1].Mark != ' ');
            if (isNear || lines[i].Mark != ' ')
            {
                text.Append(lines[i].Mark).Append(' ').Append(lines[i].Text).Append('\n');
            }
        }

        return text.ToString();
    }
}
