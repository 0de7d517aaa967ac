namespace Chat;

/// <summary>The chat's server.</summary>
public static class ChatServer
{
    /// <summary>Starts the server.</summary>
    /// <param name="address">Where it listens, for instance <c>http://localhost:5080</c>.</param>
    public static async Task<WebApplication> StartAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        builder.Services.AddSingleton<ChatRooms>();
        builder.Services.AddTypedSockets().AddHub<IChatHub, ChatHub>();

        var app = builder.Build();
        app.MapTypedSockets("/ws");
        await app.StartAsync();
        return app;
    }
}
