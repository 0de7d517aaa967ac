namespace TypedSockets.Hubs;

/// <summary>A call reached an end where nothing handles it.</summary>
internal sealed class NoHandlerException(HubMethod method)
    : TypedSocketException($"nothing handles '{method}' here; subscribe with On.{method.Name}(...)");
