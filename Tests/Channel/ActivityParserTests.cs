using System.Text;
using BridgeBot.Host.Channel;

namespace BridgeBot.Tests.Channel;

public class ActivityParserTests
{
    private const string Whole = """
        {"type":"message","serviceUrl":"https://example.com","conversation":{"id":"c"}}
        """;

    private static string? FaultOf(string json) => FaultOf(Encoding.UTF8.GetBytes(json));

    private static string? FaultOf(byte[] json) => ActivityParser.TryParse(json, out _, out var fault) ? null : fault;

    [Test]
    public void TryParse_TheLeastThereIs_IsAnActivity() => Assert.That(FaultOf(Whole), Is.Null);

    [TestCase("")]
    [TestCase("null")]
    [TestCase("7")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("{} {}")]
    [TestCase("{'type':'message'}")]
    [TestCase("""{"type":7,"serviceUrl":"https://example.com","conversation":{"id":"c"}}""")]
    [TestCase("""{"type":"message","serviceUrl":["https://example.com"],"conversation":{"id":"c"}}""")]
    [TestCase("""{"type":"message","serviceUrl":"https://example.com","conversation":"c"}""")]
    [TestCase("""{"type":"message","serviceUrl":"https://example.com","conversation":{"id":{}}}""")]
    [TestCase("""{"type":"message","serviceUrl":"https://example.com","conversation":{"id":"c"},"membersAdded":{}}""")]
    [TestCase("""{"type":"message","serviceUrl":"https://example.com","conversation":{"id":"c"},"text":"\ud800"}""")]
    [TestCase("""{"type":"message","serviceUrl":"https://example.com","conversation":{"id":"c"},"value":{"\udc00":1}}""")]
    public void TryParse_NoActivity_HasAOneLineFault(string json) => Assert.That(FaultOf(json), Does.Match("^[^\\r\\n]{1,120}$"));

    [TestCase("type")]
    [TestCase("serviceUrl")]
    [TestCase("conversation")]
    public void TryParse_MissingField_IsNamed(string field) =>
        Assert.That(FaultOf(Whole.Replace($"\"{field}\"", "\"other\"", StringComparison.Ordinal)), Does.Contain(field));

    [TestCase("ftp://example.com")]
    [TestCase("file:///etc/passwd")]
    [TestCase("/relative")]
    [TestCase("javascript:alert(1)")]
    public void TryParse_ServiceUrlOfAnotherKind_IsAFault(string url) =>
        Assert.That(FaultOf(Whole.Replace("https://example.com", url, StringComparison.Ordinal)), Does.Contain("serviceUrl"));

    [Test]
    public void TryParse_InvalidUtf8_IsAFault() => Assert.That(FaultOf([(byte)'"', 0xFF, (byte)'"']), Does.Contain("UTF-8"));

    [Test]
    public void TryParse_NestedTooDeep_IsAFault() =>
        Assert.That(FaultOf($"{{\"value\":{new string('[', 100_000)}"), Is.Not.Null);

    [Test]
    public void TryParse_Fault_QuotesNothingThatWasSent() =>
        Assert.That(FaultOf("""{"type":"message","text":"a secret","conversation":{"id":7}}"""), Does.Not.Contain("secret"));

    [TestCase("emoji only 🎉🎉")]
    [TestCase("שלום مرحبا \u202e")]
    [TestCase("")]
    public void TryParse_AnyText_ComesThroughUnchanged(string text)
    {
        var json = Whole.Replace("\"message\"", $"\"message\",\"text\":\"{text}\"", StringComparison.Ordinal);
        ActivityParser.TryParse(Encoding.UTF8.GetBytes(json), out var activity, out _);
        Assert.That(activity?.Text, Is.EqualTo(text));
    }
}
