using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Turns one method of a contract into its model, or reports what is wrong with it.</summary>
internal sealed class MethodParser(KnownTypes known, PayloadParser payloads, IDiagnosticSink sink, Accessibility accessibility)
{
    private const int MaxParameters = 15;

    private readonly CarriedAttributes _attributes = new(known);
    private readonly DeclaredBehaviour _behaviour = new(known, payloads, sink, accessibility);

    internal MethodModel? Parse(IMethodSymbol method, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var name = Name(method);
        var location = Location(method);
        if (!CheckShape(method, name, location)
            || ParseReturn(method, name, location) is not var (kind, isCall, resultType)
            || !CheckVolatile(method, isCall, name, location))
        {
            return null;
        }

        var parameters = ParseParameters(method, isCall, name, out var token);
        var result = resultType is null ? null : payloads.ParseValue(
            resultType, location, $"{name}()", accessibility, CustomCodec.AttributeOf(method.GetReturnTypeAttributes()));
        if (parameters is not { } arguments || (resultType is not null && result is null))
        {
            return null;
        }

        if (token is not null && kind == ReturnKind.Void)
        {
            sink.Report(ContractRules.TokenOnVoid, Location(method.Parameters[^1]), name);
            return null;
        }

        var declaring = method.ContainingType;
        var cref = method.OriginalDefinition.GetDocumentationCommentId() ?? "";
        return _behaviour.Apply(method, new MethodModel(method.Name, TypeText.NotNull(declaring), declaring.Name, cref, isCall, kind, result, arguments, token)
        {
            IsConcurrent = KnownTypes.Find(method, known.Concurrent) is not null,
            IsVolatile = KnownTypes.Find(method, known.Volatile) is not null,
            Attributes = _attributes.Of(method),
            IsUnusable = _attributes.IsUnusable(method),
            Documentation = Documentation.Of(method, cancel),
        });
    }

    internal static string Name(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";

    internal static Location? Location(ISymbol symbol) => symbol.Locations.Length > 0 ? symbol.Locations[0] : null;

    private bool CheckShape(IMethodSymbol method, string name, Location? location)
    {
        if (method.IsStatic || !method.IsAbstract)
        {
            sink.Report(ContractRules.StaticOrDefault, location, name);
            return false;
        }

        if (method.DeclaredAccessibility != Accessibility.Public)
        {
            sink.Report(ContractRules.NotPublic, location, name);
            return false;
        }

        if (method.IsGenericMethod)
        {
            sink.Report(ContractRules.GenericMethod, location, name);
            return false;
        }

        if (method.Parameters.Length > MaxParameters)
        {
            sink.Report(ContractRules.TooManyParameters, location, name, method.Parameters.Length);
            return false;
        }

        return true;
    }

    private (ReturnKind Kind, bool IsCall, ITypeSymbol? Result)? ParseReturn(IMethodSymbol method, string name, Location? location)
    {
        var isOneWay = KnownTypes.Find(method, known.OneWay) is not null;
        var type = method.ReturnType;
        (ReturnKind Kind, bool IsCall, ITypeSymbol? Result)? parsed =
            method.ReturnsVoid ? (ReturnKind.Void, false, null)
            : KnownTypes.Is(type, known.Task) ? (ReturnKind.Task, !isOneWay, null)
            : KnownTypes.Is(type, known.ValueTask) ? (ReturnKind.ValueTask, !isOneWay, null)
            : KnownTypes.Is(type, known.TaskOf) ? (ReturnKind.Task, true, ((INamedTypeSymbol)type).TypeArguments[0])
            : KnownTypes.Is(type, known.ValueTaskOf) ? (ReturnKind.ValueTask, true, ((INamedTypeSymbol)type).TypeArguments[0])
            : KnownTypes.Is(type, known.AsyncEnumerable) ? (ReturnKind.Stream, true, ((INamedTypeSymbol)type).TypeArguments[0])
            : null;
        if (parsed is null && type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (parsed is not { } found || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            sink.Report(ContractRules.ReturnType, location, name, type.ToDisplayString());
            return null;
        }

        if (isOneWay && (found.Kind == ReturnKind.Void || found.Result is not null))
        {
            sink.Report(ContractRules.OneWayResult, location, name, type.ToDisplayString());
            return null;
        }

        return parsed;
    }

    private bool CheckVolatile(IMethodSymbol method, bool isCall, string name, Location? location)
    {
        if (!isCall || KnownTypes.Find(method, known.Volatile) is null)
        {
            return true;
        }

        sink.Report(ContractRules.VolatileCall, location, name, method.ReturnType.ToDisplayString());
        return false;
    }

    private EquatableArray<ParameterModel>? ParseParameters(IMethodSymbol method, bool isCall, string name, out string? token)
    {
        token = null;
        var isValid = true;
        var models = new List<ParameterModel>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                sink.Report(ContractRules.ByReference, Location(parameter), name, parameter.Name);
                isValid = false;
            }
            else if (KnownTypes.Is(parameter.Type, known.CancellationToken))
            {
                isValid &= CheckToken(method, parameter, name);
                token = parameter.Name;
            }
            else if (KnownTypes.Is(parameter.Type, known.AsyncEnumerable))
            {
                isValid &= TryParseStream(parameter, isCall, name, models);
            }
            else if (ParseValue(parameter, parameter.Type, name) is { } value)
            {
                models.Add(ParseParameter(parameter, value));
            }
            else
            {
                isValid = false;
            }
        }

        return isValid ? new EquatableArray<ParameterModel>([.. models]) : null;
    }

    private bool TryParseStream(IParameterSymbol parameter, bool isCall, string name, List<ParameterModel> models)
    {
        var problem = !isCall ? "a stream needs a call, which ends it: return Task, ValueTask or IAsyncEnumerable"
            : parameter.HasExplicitDefaultValue || parameter.NullableAnnotation == NullableAnnotation.Annotated ? "nothing on the wire stands for no stream: let it be neither null nor optional"
            : null;
        if (problem is not null)
        {
            sink.Report(ContractRules.StreamParameter, Location(parameter), parameter.Name, name, problem);
            return false;
        }

        if (ParseValue(parameter, ((INamedTypeSymbol)parameter.Type).TypeArguments[0], name) is not { } items)
        {
            return false;
        }

        models.Add(new ParameterModel(new PayloadMemberModel(parameter.Name, items, IsRequired: true, DefaultValue: null), HasDefault: false, IsParams: false) { IsStream = true });
        return true;
    }

    private ValueModel? ParseValue(IParameterSymbol parameter, ITypeSymbol type, string name) => payloads.ParseValue(
        type, Location(parameter), $"{name}.{parameter.Name}", accessibility, CustomCodec.AttributeOf(parameter.GetAttributes()));

    private static ParameterModel ParseParameter(IParameterSymbol parameter, ValueModel value)
    {
        var hasDefault = parameter.HasExplicitDefaultValue;
        var member = new PayloadMemberModel(parameter.Name, value, IsRequired: !hasDefault && !value.IsNullable, ConstantText.Of(parameter));
        return new ParameterModel(member, hasDefault, parameter.IsParams);
    }

    private bool CheckToken(IMethodSymbol method, IParameterSymbol parameter, string name)
    {
        if (parameter.Ordinal == method.Parameters.Length - 1)
        {
            return true;
        }

        sink.Report(ContractRules.TokenPlace, Location(parameter), name);
        return false;
    }
}
