using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace YiyuanSafety.EndToEnd;

/// <summary>Certificates for tests, made on the spot.</summary>
internal static class Certificates
{
    /// <summary>A certificate with its private key as PEM.</summary>
    public static string MakePem()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=yiyuan-safety-test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
