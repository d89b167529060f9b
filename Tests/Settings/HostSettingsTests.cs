using BridgeBot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace BridgeBot.Tests.Settings;

/// <summary>A setting that is wrong stops the start, and is named.</summary>
internal sealed class HostSettingsTests
{
    private const string Admin = "aaaaaaaa-0000-0000-0000-0000000000ab";

    private static readonly Dictionary<string, string?> Kinds = new()
    {
        ["Kinds:0:Id"] = "other",
        ["Kinds:0:Label"] = "Request",
        ["Kinds:0:Fields:0:Id"] = "customer",
        ["Kinds:0:Fields:0:Label"] = "Customer",
    };

    [TestCase("Dialog:ExpiresAfterDays", "0")]
    [TestCase("Dialog:ExpiresAfterDays", "91")]
    [TestCase("Dialog:ExpiresAfterDays", "a week")]
    [TestCase("Threads:AskAgainAfterDays", "0")]
    [TestCase("Threads:AskAgainAfterDays", "366")]
    [TestCase("Threads:NudgeAfterDays", "0")]
    [TestCase("Threads:NudgeAfterDays", "91")]
    [TestCase("Digest:Schedule", "mondays")]
    [TestCase("Digest:Schedule", "*/5 * * * *")]
    [TestCase("Digest:Schedule", "0 9 1 1 *")]
    [TestCase("Digest:WorkFrom", "17:00")]
    [TestCase("Digest:WorkTo", "later")]
    [TestCase("Digest:LatestHours", "0")]
    [TestCase("Digest:LatestHours", "169")]
    [TestCase("Retention:ClosedThreadsDays", "39")]
    [TestCase("Retention:ClosedThreadsDays", "3651")]
    [TestCase("Retention:ClosedThreadsDays", "a year")]
    [TestCase("Retention:DeadLettersDays", "0")]
    [TestCase("Limits:PersonPerMinute", "0")]
    [TestCase("Limits:TenantPerMinute", "1000001")]
    [TestCase("Playground:RepPort", "65536")]
    [TestCase("Telemetry:Endpoint", "collector:4318")]
    [TestCase("Marketing:Notify:Id", "somebody")]
    [TestCase("Bot:AppPassword", "secret")]
    [TestCase("Kinds:0:Fields:0:Type", "Colour")]
    [TestCase("Kinds:0:RemindAfterDays", "0")]
    [TestCase("Kinds:0:RemindAfterDays", "31")]
    [TestCase("Kinds:0:Approvals", "0")]
    [TestCase("Kinds:0:Approvals", "6")]
    [TestCase("Kinds:0:ApprovedBy", "somebody", "Kinds:0:ApprovedBy:0")]
    [TestCase("Marketing:Members", "somebody", "Marketing:Members:0")]
    public void Read_AWrongSetting_NamesIt(string name, string value, string? key = null) =>
        Assert.That(() => Read((key ?? name, value)), Throws.TypeOf<SettingFaultException>().With.Message.Contains(name));

    [TestCase("Kinds:0:ApprovedBy:0", "aaaaaaaa-0000-0000-0000-000000000001")]
    [TestCase("Marketing:Members:0", "aaaaaaaa-0000-0000-0000-000000000001")]
    public void Read_FewerPeopleThanApprovals_NamesThem(string who, string id) => Assert.That(
        () => Read(("Kinds:0:Approvals", "2"), (who, id)), Throws.TypeOf<SettingFaultException>().With.Message.Contains("Kinds:0:Approvals is 2"));

    [Test]
    public void Read_AnApproverWhoIsNoMember_IsNamed() => Assert.That(
        () => Read(
            ("Marketing:Members:0", "aaaaaaaa-0000-0000-0000-000000000001"), ("Kinds:0:ApprovedBy:0", "aaaaaaaa-0000-0000-0000-000000000002")),
        Throws.TypeOf<SettingFaultException>().With.Message.Contains("aaaaaaaa-0000-0000-0000-000000000002 is not among Marketing:Members"));

    [Test]
    public void Read_HowAKindIsApproved_IsThere()
    {
        var rule = Read(
            ("Kinds:0:Approvals", "1"), ("Kinds:0:ApprovedBy:0", "AAAAAAAA-0000-0000-0000-000000000001"), ("Kinds:0:RequesterMayApprove", "true"))
            .Turns.Kinds.Find("other").Approvals;

        Assert.That(
            (rule.Needed, rule.By.Contains("aaaaaaaa-0000-0000-0000-000000000001"), rule.OwnToo), Is.EqualTo((1, true, true)));
    }

    [TestCase("Kinds:0:Label")]
    [TestCase("Kinds:0:Id")]
    [TestCase("Kinds:0:Fields:0:Label")]
    public void Read_AKindThatIsNotWhole_NamesIt(string missing) =>
        Assert.That(() => Read((missing, "")), Throws.TypeOf<SettingFaultException>().With.Message.Contains("Kinds:0"));

    [Test]
    public void Read_NoKinds_NamesThem() => Assert.That(
        () => HostSettings.Read(new ConfigurationBuilder().Build(), isDevelopment: true),
        Throws.TypeOf<SettingFaultException>().With.Message.Contains("Kinds"));

    [Test]
    public void Read_NotifyWithoutAnId_NamesIt() => Assert.That(
        () => Read(("Marketing:Notify:Name", "Maria")), Throws.TypeOf<SettingFaultException>().With.Message.Contains("Marketing:Notify:Id"));

    [TestCase("Bot:AppId", "")]
    [TestCase("Bot:AppPassword", "aaaaaaaa-0000-0000-0000-000000000001")]
    public void Read_OutsideDevelopmentWithoutCredentials_NamesWhatIsMissing(string missing, string appId) => Assert.That(
        () => Read(isDevelopment: false, ("Bot:AppId", appId)),
        Throws.TypeOf<SettingFaultException>().With.Message.Contains($"{missing} is missing"));

    [Test]
    public void Read_InDevelopmentOnAnOpenAddress_NamesIt() =>
        Assert.That(() => Read(("urls", "http://0.0.0.0:3978")), Throws.TypeOf<SettingFaultException>().With.Message.Contains("0.0.0.0"));

    [Test]
    public void Read_AWrongSetting_IsOneLine() => Assert.That(
        () => Read(("Dialog:ExpiresAfterDays", "a week")), Throws.TypeOf<SettingFaultException>().With.Message.Not.Contains("\n"));

    [Test]
    public void Read_SeveralWrongSettings_NamesThemAllALineEach() => Assert.That(
        () => Read(
            ("Dialog:ExpiresAfterDays", "0"), ("Retention:DeadLettersDays", "0"), ("Retention:ClosedThreadsDays", "1"), ("Storage:Provider", "Paper"),
            ("Kinds:0:Label", ""), ("Bot:Cloud", "Mars"), ("Bot:AppPassword", "secret"), ("Marketing:Notify:Id", "x"), ("Logging:LogLevel:Default", "Loud"), ("urls", "nonsense")),
        Throws.TypeOf<SettingFaultException>().With.Message.Matches(
            "^urls .*\nLogging:LogLevel:Default .*\nBot:Cloud .*\nBot:AppId .*\nMarketing:Notify:Name .*\nDialog:ExpiresAfterDays .*\n"
            + "Retention:ClosedThreadsDays .*\nRetention:DeadLettersDays .*\nStorage:Provider.*\nKinds:0 .*$"));

    [Test]
    public void Read_SeveralFaultsOfTheTablesIdentity_NamesThemAll() => Assert.That(
        () => Read(
            ("Storage:Provider", "AzureTable"), ("Storage:Endpoint", "http://wrong"), ("Storage:Identity:Credential", "ClientSecret"),
            ("Storage:Identity:ClientId", "x"), ("Storage:Identity:TenantId", "cccccccc-0000-0000-0000-000000000001")),
        Throws.TypeOf<SettingFaultException>().With.Message.Matches(
            "^Storage:Identity:ClientId .*\nStorage:Identity:ClientSecret .*\nStorage:Endpoint.*$"));

    [Test]
    public void Read_AnIdentityWithoutAnEndpoint_NamesIt() => Assert.That(
        () => Read(("Storage:Provider", "AzureTable"), ("Storage:ConnectionString", "UseDevelopmentStorage=true"), ("Storage:Identity:ClientId", "x")),
        Throws.TypeOf<SettingFaultException>().With.Message.StartsWith("Storage:Identity is set without"));

    [Test]
    public void Read_Administrators_AreThere() =>
        Assert.That(Read(("Marketing:Administrators:0", Admin)).Turns.Administrators, Is.EquivalentTo(new[] { Admin }));

    [Test]
    public void Read_AnAdministratorInCapitals_IsTheSamePerson() =>
        Assert.That(Read(("Marketing:Administrators:0", Admin.ToUpperInvariant())).Turns.Administrators.Contains(Admin));

    [TestCase("Marketing:Administrators:0", "maria@contoso.com")]
    [TestCase("Marketing:Members:0", "{aaaaaaaa-0000-0000-0000-0000000000ab}")]
    public void Read_APersonWhomNoActivityNamesSo_IsRefused(string setting, string id) => Assert.That(
        () => Read((setting, id)), Throws.TypeOf<SettingFaultException>().With.Message.StartsWith(setting[..^2]));

    private static HostSettings Read(params (string Name, string Value)[] settings) => Read(true, settings);

    private static HostSettings Read(bool isDevelopment, params (string Name, string Value)[] settings) => HostSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(Kinds)
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)))
            .Build(),
        isDevelopment);
}
