namespace TypedSockets.Hubs;

/// <summary>
/// Whether one version of a contract reads what another writes. Additions at the end that a reader may miss are fine, in both directions; anything else is a
/// difference, also where the bytes could be read: they would mean something else.
/// </summary>
/// <param name="sender">The contract of the end that writes.</param>
/// <param name="receiver">The contract of the end that reads.</param>
internal sealed class LayoutComparison(ContractManifest sender, ContractManifest receiver)
{
    // Types that contain each other end by being assumed equal; this ends what somebody else has made up.
    private const int MaxDepth = 256;

    private readonly HashSet<(string Sent, string Expected)> _assumed = [];
    private int _depth;

    /// <summary>Compares a member as a whole: its arguments go one way, what they are answered with the other.</summary>
    /// <param name="sent">The member at the end that sends it.</param>
    /// <param name="handled">The member at the end that handles it.</param>
    /// <param name="there">Compares what the first end writes with what the second reads.</param>
    /// <param name="back">Compares what the second end writes with what the first reads.</param>
    /// <returns>The first difference; null if there is none.</returns>
    public static string? Compare(ManifestMember sent, ManifestMember handled, LayoutComparison there, LayoutComparison back) =>
        sent.Kind != handled.Kind
            ? $"it is sent as {sent.Kind}, and handled as {handled.Kind}"
            : there.CompareArguments(sent, handled) ?? back.CompareAnswers(handled, sent);

    /// <summary>Compares the arguments of a member.</summary>
    /// <returns>The first difference; null if there is none.</returns>
    public string? CompareArguments(ManifestMember sent, ManifestMember expected)
    {
        _assumed.Clear();
        return CompareInOrder("parameter", sent.Parameters, expected.Parameters);
    }

    /// <summary>Compares what a call of a member is answered with.</summary>
    /// <returns>The first difference; null if there is none.</returns>
    public string? CompareAnswers(ManifestMember sent, ManifestMember expected)
    {
        _assumed.Clear();
        if (sent.Result is null != expected.Result is null)
        {
            return sent.Result is null ? "a result is expected, none is sent" : "a result is sent, none is expected";
        }

        var difference = sent.Result is { } result ? Compare("the result", result, expected.Result!) : null;
        for (var i = 0; difference is null && i < Math.Min(sent.Errors.Count, expected.Errors.Count); i++)
        {
            difference = Compare($"declared error {i + 1}", sent.Errors[i], expected.Errors[i]);
        }

        return difference;
    }

    private string? CompareInOrder(string what, IReadOnlyList<ManifestValue> sent, IReadOnlyList<ManifestValue> expected)
    {
        for (var i = 0; i < Math.Max(sent.Count, expected.Count); i++)
        {
            if (i >= sent.Count || i >= expected.Count)
            {
                var added = i >= sent.Count ? expected[i] : sent[i];
                if (!added.IsOptional)
                {
                    return Added(what, added, isExpected: i >= sent.Count);
                }

                continue;
            }

            if (sent[i].Name != expected[i].Name)
            {
                return $"{what} {i + 1} is sent as '{sent[i].Name}', '{expected[i].Name}' is expected";
            }

            if (sent[i].IsStream != expected[i].IsStream)
            {
                return $"{what} '{sent[i].Name}' is a stream at one end only";
            }

            if (Compare($"{what} '{sent[i].Name}'", sent[i].Type, expected[i].Type) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private string? CompareByName(IReadOnlyList<ManifestValue> sent, IReadOnlyList<ManifestValue> expected)
    {
        foreach (var member in sent)
        {
            var other = expected.FirstOrDefault(other => other.Name == member.Name);
            var difference = other is not null ? Compare($"member '{member.Name}'", member.Type, other.Type)
                : member.IsOptional ? null
                : Added("member", member, isExpected: false);
            if (difference is not null)
            {
                return difference;
            }
        }

        var missing = expected.FirstOrDefault(member => !member.IsOptional && sent.All(other => other.Name != member.Name));
        return missing is null ? null : Added("member", missing, isExpected: true);
    }

    private string? Compare(string place, string sent, string expected)
    {
        if (MayBeNull(sent) && !MayBeNull(expected))
        {
            return $"{place}: null may be sent, and is not expected";
        }

        var (from, to) = (sent.TrimEnd('?'), expected.TrimEnd('?'));
        var (payload, other) = (Find(sender, from), Find(receiver, to));
        if (payload is not null && other is not null)
        {
            return ComparePayloads(place, (from, payload), (to, other));
        }

        var (container, elements) = WireTypeText.Split(from);
        var (otherContainer, otherElements) = WireTypeText.Split(to);
        if (payload is not null || other is not null || container != otherContainer || elements.Count != otherElements.Count)
        {
            return $"{place}: {from} is sent, {to} is expected";
        }

        for (var i = 0; i < elements.Count; i++)
        {
            if (Compare(place, elements[i], otherElements[i]) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private string? ComparePayloads(string place, (string Name, ManifestPayload Layout) sent, (string Name, ManifestPayload Layout) expected)
    {
        if (!_assumed.Add((sent.Name, expected.Name)))
        {
            return null;
        }

        if (_depth == MaxDepth)
        {
            return $"{place}: the types are nested more than {MaxDepth} deep";
        }

        _depth++;
        var difference = (sent.Layout.Cases, expected.Layout.Cases) switch
        {
            ({ } cases, { } others) => CompareCases(cases, others),
            (null, null) when sent.Layout.IsMap != expected.Layout.IsMap => "one end writes a map, the other an array",
            (null, null) when sent.Layout.IsMap => CompareByName(sent.Layout.Members, expected.Layout.Members),
            (null, null) => CompareInOrder("member", sent.Layout.Members, expected.Layout.Members),
            _ => "it is a union at one end only",
        };
        _depth--;
        return difference is null ? null : $"{place}, {sent.Name}: {difference}";
    }

    // A case that the receiver does not know is an error of that value, as any unknown case is.
    private string? CompareCases(IReadOnlyDictionary<string, string> sent, IReadOnlyDictionary<string, string> expected)
    {
        foreach (var item in sent)
        {
            if (expected.TryGetValue(item.Key, out var other) && Compare($"case {item.Key}", item.Value, other) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static bool MayBeNull(string type) => type.Length > 0 && type[^1] == '?';

    private static ManifestPayload? Find(ContractManifest contract, string type) => contract.Payloads.TryGetValue(type, out var payload) ? payload : null;

    private static string Added(string what, ManifestValue value, bool isExpected) => isExpected
        ? $"{what} '{value.Name}' is expected and not sent"
        : $"{what} '{value.Name}' is sent and not expected, and not optional";
}
