using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Turns one side of a contract into its model, or reports what is wrong with its members.</summary>
internal sealed class InterfaceParser(KnownTypes known, PayloadParser payloads, IDiagnosticSink sink, Accessibility accessibility, bool isHub)
{
    // On, recipients and hub classes have members of these names in the same places.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "All", "Bind", "Clients", "Groups", "Context", "User", "OnConnected", "OnPaused", "OnResumed", "OnDisconnected",
        "Equals", "GetHashCode", "GetType", "ToString", "Sender", "_handlers",
    };

    internal InterfaceModel Parse(INamedTypeSymbol type, CancellationToken cancel)
    {
        var names = InterfaceNaming.Of(type);
        var parser = new MethodParser(known, payloads, sink, accessibility);
        var methods = new SortedDictionary<string, MethodModel>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var suppressions = new SortedSet<string>(StringComparer.Ordinal);
        var attributes = new CarriedAttributes(known);
        attributes.AddSuppressions(type, suppressions);
        var isComplete = true;
        foreach (var member in InterfaceMembers.Of(type))
        {
            var isNew = seen.Add(member.Name);
            if (Check(member, names, isNew) && parser.Parse((IMethodSymbol)member, cancel) is { } model && IsNewEvent(member, model, methods))
            {
                methods[model.WireName] = model;
                attributes.AddSuppressions(member, suppressions);
            }
            else
            {
                isComplete = false;
            }
        }

        return new InterfaceModel(
            TypeText.NotNull(type),
            names,
            accessibility == Accessibility.Public ? "public" : "internal",
            new EquatableArray<MethodModel>([.. methods.Values]),
            isComplete,
            new EquatableArray<string>([.. suppressions]));
    }

    private bool IsNewEvent(ISymbol member, MethodModel model, SortedDictionary<string, MethodModel> methods)
    {
        if (!methods.TryGetValue(model.WireName, out var other))
        {
            return true;
        }

        sink.Report(ContractRules.EventName, MethodParser.Location(member), MethodParser.Name(member), $"has the wire name of \"{other.Name}\"");
        return false;
    }

    private bool Check(ISymbol member, InterfaceNames names, bool isNew)
    {
        var name = MethodParser.Name(member);
        var location = MethodParser.Location(member);
        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation })
        {
            sink.Report(ContractRules.NotMethod, location, name, Describe(member));
            return false;
        }

        if (Reserved.Contains(member.Name) || IsTaken(member.Name, names))
        {
            sink.Report(ContractRules.ReservedName, location, name);
            return false;
        }

        if (!isNew)
        {
            sink.Report(ContractRules.Overload, location, name);
            return false;
        }

        return true;
    }

    // A type cannot have a member of its own name, and a hub would hide what it gets from IHubContract.
    private bool IsTaken(string name, InterfaceNames names) =>
        name == names.Events || name == names.Recipients || (isHub && (name is "Contract" or "Server" or "Client"));

    private static string Describe(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: true } => "an indexer",
        IPropertySymbol => "a property",
        IEventSymbol => "an event",
        IMethodSymbol => "an operator or constructor",
        _ => "a field",
    };
}
