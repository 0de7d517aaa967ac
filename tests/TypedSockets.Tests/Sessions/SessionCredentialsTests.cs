using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

public sealed class SessionCredentialsTests
{
    private static readonly byte[] Id = [.. Enumerable.Range(0, HelloMessage.SessionIdLength).Select(i => (byte)i)];
    private static readonly byte[] Secret = [.. Enumerable.Range(7, HelloMessage.SecretLength).Select(i => (byte)i)];

    [Fact]
    public void The_same_bytes_are_the_same_session()
    {
        var one = new SessionCredentials(Id, Secret);
        var other = new SessionCredentials([.. Id], [.. Secret]);
        Assert.Equal(one.Id, other.Id);
        Assert.True(one.HasSecretOf(other));
    }

    [Fact]
    public void Every_bit_of_the_secret_counts()
    {
        var right = new SessionCredentials(Id, Secret);
        for (var bit = 0; bit < Secret.Length * 8; bit++)
        {
            byte[] wrong = [.. Secret];
            wrong[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(right.HasSecretOf(new SessionCredentials(Id, wrong)));
        }
    }

    [Fact]
    public void Every_bit_of_the_id_counts()
    {
        var right = new SessionCredentials(Id, Secret);
        for (var bit = 0; bit < Id.Length * 8; bit++)
        {
            byte[] wrong = [.. Id];
            wrong[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(right.Id, new SessionCredentials(wrong, Secret).Id);
        }
    }

    [Fact]
    public void Changing_the_bytes_afterwards_changes_nothing()
    {
        byte[] secret = [.. Secret];
        var credentials = new SessionCredentials(Id, secret);
        secret[0]++;
        Assert.True(credentials.HasSecretOf(new SessionCredentials(Id, Secret)));
    }

    [Fact]
    public void Ids_are_told_apart_by_value()
    {
        var id = new SessionCredentials(Id, Secret).Id;
        var same = new SessionCredentials(Id, Secret).Id;
        Assert.True(SessionIdComparer.Instance.Equals(id, same));
        Assert.Equal(SessionIdComparer.Instance.GetHashCode(id), SessionIdComparer.Instance.GetHashCode(same));
        Assert.False(SessionIdComparer.Instance.Equals(id, Guid.Empty));
    }
}
