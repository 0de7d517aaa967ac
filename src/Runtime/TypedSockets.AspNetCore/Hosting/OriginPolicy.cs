using Microsoft.AspNetCore.Http;

namespace TypedSockets.AspNetCore.Hosting;

/// <summary>
/// Keeps foreign pages out: a browser sends cookies along with any page's WebSocket, and only the Origin header tells whose page it is
/// (RFC 6455, 10.2).
/// </summary>
internal static class OriginPolicy
{
    public static bool Allows(HttpRequest request, TypedSocketsOptions options)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return true;
        }

        var own = $"{request.Scheme}://{request.Host}";
        return IsSame(origin, own) || options.AllowedOrigins.Any(allowed => IsSame(origin, allowed));
    }

    // Scheme and host ignore case; a port that the scheme implies may be left out (RFC 6454, 4).
    private static bool IsSame(string origin, string other) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var one)
        && Uri.TryCreate(other, UriKind.Absolute, out var two)
        && Uri.Compare(one, two, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
