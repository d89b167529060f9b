using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BridgeBot.Host.Channel;

/// <summary>
/// Tokens that were validated. The connector sends the same one with each activity for about an hour, and to validate it costs more
/// than the rest of the door. One counts as long as its key is among those that are published, and until it expires.
/// </summary>
internal sealed class RememberedTokens
{
    /// <summary>The connector has one for each region; what is beyond these is validated each time.</summary>
    public const int Most = 64;

    private readonly ConcurrentDictionary<string, JsonWebToken> _tokens = new(StringComparer.Ordinal);

    /// <summary>The id of the key of a token that was validated; null if it was not, or names none.</summary>
    public string? KeyIdOf(string text) => _tokens.GetValueOrDefault(text)?.Kid;

    /// <summary>A token that was validated and still holds; null if there is none.</summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="keys">Those that are published now.</param>
    /// <param name="now">UTC instant.</param>
    public JsonWebToken? Find(string text, IReadOnlyList<SecurityKey> keys, DateTimeOffset now) =>
        _tokens.TryGetValue(text, out var token) && now < token.ValidTo && keys.Contains(token.SigningKey) ? token : null;

    /// <summary>Remembers a token that was validated, in place of those that do not hold any more.</summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="token">As it was read.</param>
    /// <param name="now">UTC instant.</param>
    public void Remember(string text, JsonWebToken token, DateTimeOffset now)
    {
        if (_tokens.Count >= Most)
        {
            foreach (var (expired, _) in _tokens.Where(each => each.Value.ValidTo <= now))
            {
                _tokens.TryRemove(expired, out _);
            }
        }

        if (_tokens.Count < Most)
        {
            _tokens[text] = token;
        }
    }
}
