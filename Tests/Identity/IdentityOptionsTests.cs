using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using BridgeBot.Host.Identity;
using BridgeBot.Tests.Storage;

namespace BridgeBot.Tests.Identity;

/// <summary>Each kind of credential: what it needs, and what is said where that is missing or wrong.</summary>
internal sealed class IdentityOptionsTests
{
    private const string Id = "aaaaaaaa-0000-0000-0000-000000000001";
    private const string Secret = "a-secret-of-ours";

    private static readonly Uri Authority = AzureAuthorityHosts.AzurePublicCloud;

    private readonly TemporaryFolder _folder = new();

    [OneTimeSetUp]
    public void Write()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bridgebot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(_folder.File("open.pfx"), certificate.Export(X509ContentType.Pfx));
        File.WriteAllBytes(_folder.File("locked.pfx"), certificate.Export(X509ContentType.Pfx, Secret));
        File.WriteAllText(_folder.File("open.pem"), $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
        File.WriteAllText(_folder.File("certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_folder.File("token"), "a token of Kubernetes'");
        File.WriteAllText(_folder.File("empty.pfx"), "");
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    private static IdentityOptions Options(string kind, Action<IdentityOptions>? more = null)
    {
        var options = new IdentityOptions { Credential = kind, ClientId = Id, TenantId = Id };
        more?.Invoke(options);
        return options;
    }

    private static string Faults(IdentityOptions options) => string.Join('\n', options.FaultsAtStart("Bot", "AppId", "AppPassword"));

    [Test]
    public void Of_ASecret_IsThatCredential() => Made<ClientSecretCredential>(Options("clientsecret", options => options.ClientSecret = Secret));

    [TestCase("open.pfx", "")]
    [TestCase("locked.pfx", Secret)]
    [TestCase("open.pem", "")]
    public void Of_ACertificate_IsThatCredential(string file, string password) => Made<ClientCertificateCredential>(
        Options("Certificate", options => (options.CertificatePath, options.CertificatePassword) = (_folder.File(file), password)));

    [Test]
    public void Of_AManagedIdentity_IsThatCredentialAndNeedsNoTenant() =>
        Made<ManagedIdentityCredential>(Options("ManagedIdentity", options => options.TenantId = ""));

    [Test]
    public void Of_ATokenOfKubernetes_IsThatCredential() =>
        Made<WorkloadIdentityCredential>(Options("WorkloadIdentity", options => options.TokenFile = _folder.File("token")));

    [Test]
    public void Of_AnAppThatTrustsAManagedIdentity_IsThatCredential() =>
        Made<ClientAssertionCredential>(Options("WorkloadIdentity", options => options.ManagedIdentityClientId = Id));

    private static void Made<T>(IdentityOptions options)
    {
        Assert.That(Faults(options), Is.Empty);
        Assert.That(Credentials.Of(options, Authority), Is.TypeOf<T>());
    }

    [TestCase("", "Bot:Credential")]
    [TestCase("Password", "Bot:Credential")]
    [TestCase("2", "Bot:Credential")]
    [TestCase("ClientSecret", "Bot:AppPassword is missing")]
    [TestCase("Certificate", "Bot:CertificatePath is missing")]
    [TestCase("WorkloadIdentity", "Bot:TokenFile is missing")]
    public void FaultsAtStart_WithoutItsProof_NamesTheSetting(string kind, string expected) =>
        Assert.That(Faults(Options(kind)), Does.StartWith(expected).And.Not.Contain("\n"));

    [TestCase("locked.pfx", "")]
    [TestCase("locked.pfx", "wrong-password")]
    [TestCase("certificate.pem", "")]
    [TestCase("token", "")]
    [TestCase("empty.pfx", "")]
    [TestCase("missing.pfx", "")]
    [TestCase("", "")]
    public void FaultsAtStart_ACertificateThatIsNone_NamesTheFileAndNoPassword(string file, string password) => Assert.That(
        Faults(Options("Certificate", options => (options.CertificatePath, options.CertificatePassword) = (_folder.File(file), password))),
        Does.StartWith("Bot:CertificatePath is ").And.Not.Contain("\n").And.Not.Contain("wrong-password"));

    [Test]
    public void FaultsAtStart_ATokenFileThatIsNotThere_NamesIt() => Assert.That(
        Faults(Options("WorkloadIdentity", options => options.TokenFile = _folder.File("none"))), Does.StartWith("Bot:TokenFile is ").And.EndWith("no such file."));

    [Test]
    public void FaultsAtStart_TwoProofsOfAWorkload_AreTooMany() => Assert.That(
        Faults(Options("WorkloadIdentity", options => (options.TokenFile, options.ManagedIdentityClientId) = (_folder.File("token"), Id))),
        Does.Contain("remove one of them"));

    [Test]
    public void FaultsAtStart_NothingIsRight_NamesAll() => Assert.That(
        Faults(new() { ClientId = "bridgebot", TenantId = "contoso.com" }).Split('\n').Select(line => line.Split(' ')[0]),
        Is.EqualTo(["Bot:AppId", "Bot:TenantId", "Bot:AppPassword"]));
}
