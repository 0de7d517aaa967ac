using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TypedSockets.AspNetCore.Hosting;

/// <summary>Asks the application's own authentication about a token that did not come with a request.</summary>
internal static class TokenAuthentication
{
    /// <summary>Authenticates a bearer token as if it stood in the <c>Authorization</c> header of the request.</summary>
    /// <returns>Null if the token is not good, or the application has no authentication.</returns>
    public static async Task<AuthenticationTicket?> AuthenticateAsync(string token, HttpContext request)
    {
        // A scope of its own: within one, a scheme's handler keeps its first answer, which was about the request itself.
        await using var scope = request.RequestServices.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<IAuthenticationService>() is not { } service)
        {
            return null;
        }

        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Scheme = request.Request.Scheme;
        http.Request.Host = request.Request.Host;
        http.Request.Path = request.Request.Path;
        http.Request.Headers.Authorization = $"Bearer {token}";
        var result = await service.AuthenticateAsync(http, scheme: null).ConfigureAwait(false);
        return result.Succeeded ? result.Ticket : null;
    }
}
