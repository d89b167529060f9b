using BridgeBot.Host.Channel;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BridgeBot.Tests.Channel;

public class RememberedTokensTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);
    private static readonly JsonWebKey Key = new() { Kid = "k1" };

    private readonly RememberedTokens _tokens = new();

    [SetUp]
    public void Remember() => _tokens.Remember("text", Token(Now.AddHours(1)), Now);

    [Test]
    public void Find_KeyIsPublishedAndTimeIsLeft_IsTheToken() => Assert.That(_tokens.Find("text", [Key], Now)?.Kid, Is.EqualTo("k1"));

    [Test]
    public void Find_AnotherText_IsNone() => Assert.That(_tokens.Find("tex", [Key], Now), Is.Null);

    [Test]
    public void Find_Expired_IsNone() => Assert.That(_tokens.Find("text", [Key], Now.AddHours(1)), Is.Null);

    [Test]
    public void Find_KeyWasWithdrawn_IsNone() => Assert.That(_tokens.Find("text", [new JsonWebKey { Kid = "k2" }], Now), Is.Null);

    [Test]
    public void Find_AnotherKeyOfTheSameName_IsNone() => Assert.That(_tokens.Find("text", [new JsonWebKey { Kid = "k1" }], Now), Is.Null);

    [Test]
    public void Remember_MoreThanFit_KeepsThoseThatHold()
    {
        for (var i = 0; i < RememberedTokens.Most; i++) _tokens.Remember($"{i}", Token(Now.AddHours(1)), Now);

        Assert.That(
            (_tokens.Find("text", [Key], Now) is null, _tokens.Find($"{RememberedTokens.Most - 1}", [Key], Now) is null),
            Is.EqualTo((false, true)));
    }

    [Test]
    public void Remember_MoreThanFitAndTheOldHaveExpired_MakesRoom()
    {
        for (var i = 1; i < RememberedTokens.Most; i++) _tokens.Remember($"{i}", Token(Now.AddHours(1)), Now);
        _tokens.Remember("new", Token(Now.AddHours(3)), Now.AddHours(2));

        Assert.That(_tokens.Find("new", [Key], Now.AddHours(2)), Is.Not.Null);
    }

    private static JsonWebToken Token(DateTimeOffset expires) =>
        new($$"""{"alg":"RS256","kid":"k1"}""", $$"""{"exp":{{expires.ToUnixTimeSeconds()}}}""") { SigningKey = Key };
}
