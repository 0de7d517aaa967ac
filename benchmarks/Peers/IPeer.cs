using Microsoft.AspNetCore.Builder;

namespace Peers;

/// <summary>A server that is measured. All offer the same: a call that answers with its arguments, an emit that is only read, a broadcast, and a push to the caller.</summary>
internal interface IPeer
{
    /// <summary>What the generator must know besides the port; no spaces.</summary>
    string Details => "-";

    /// <summary>Before the server is built.</summary>
    void Configure(WebApplicationBuilder builder);

    /// <summary>After it was built.</summary>
    void Map(WebApplication app);
}
