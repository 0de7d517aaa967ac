using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Turns one side of a contract into its model, or reports what is wrong with its members.</summary>
internal sealed class InterfaceParser(KnownTypes known, PayloadParser payloads, IDiagnosticSink sink, Accessibility accessibility)
{
    // Hubs, On, recipients and hub classes have members of these names in the same places.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Contract", "Server", "Client", "All", "Bind", "Clients", "Groups", "Context", "User", "OnConnected", "OnPaused", "OnResumed", "OnDisconnected",
        "Equals", "GetHashCode", "GetType", "ToString", "Sender",
    };

    internal InterfaceModel Parse(INamedTypeSymbol type, CancellationToken cancel)
    {
        var parser = new MethodParser(known, payloads, sink, accessibility);
        var methods = new SortedDictionary<string, MethodModel>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isComplete = true;
        var prefix = InterfaceName.Prefix(type);
        foreach (var member in Members(type))
        {
            var isNew = seen.Add(member.Name);
            if (Check(member, prefix, isNew) && parser.Parse((IMethodSymbol)member, cancel) is { } model)
            {
                methods[model.Name] = model;
            }
            else
            {
                isComplete = false;
            }
        }

        return new InterfaceModel(
            TypeText.NotNull(type),
            type.Name,
            prefix,
            InterfaceName.Namespace(type),
            InterfaceName.Hint(type),
            InterfaceName.Unique(type),
            accessibility == Accessibility.Public ? "public" : "internal",
            new EquatableArray<MethodModel>([.. methods.Values]),
            isComplete);
    }

    // What a hub gets from the generator is not part of its contract: a hub that is inherited from another assembly carries it already.
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        foreach (var member in OwnMembers(type))
        {
            yield return member;
        }

        foreach (var inherited in type.AllInterfaces)
        {
            if (inherited is { Name: "IHubContract", ContainingNamespace: { Name: "Hubs", ContainingNamespace.Name: "TypedSockets" } })
            {
                continue;
            }

            foreach (var member in OwnMembers(inherited))
            {
                yield return member;
            }
        }
    }

    private static IEnumerable<ISymbol> OwnMembers(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            var isAccessor = member is IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove };
            var isExplicit = member is IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation } or IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 };
            if (!isAccessor && !isExplicit && !member.IsImplicitlyDeclared && member is not INamedTypeSymbol)
            {
                yield return member;
            }
        }
    }

    private bool Check(ISymbol member, string prefix, bool isNew)
    {
        var name = MethodParser.Name(member);
        var location = MethodParser.Location(member);
        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary })
        {
            sink.Report(ContractRules.NotMethod, location, name, Describe(member));
            return false;
        }

        if (Reserved.Contains(member.Name) || member.Name == InterfaceModel.EventsName(prefix))
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

    private static string Describe(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: true } => "an indexer",
        IPropertySymbol => "a property",
        IEventSymbol => "an event",
        IMethodSymbol => "an operator",
        _ => "a field",
    };
}
