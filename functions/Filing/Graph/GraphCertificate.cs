using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>Reads the application's certificate.</summary>
internal static class GraphCertificate
{
    /// <summary>A certificate with its private key from a .pfx file with a password.</summary>
    /// <exception cref="DriveException">It cannot be read, or the password is another one.</exception>
    public static X509Certificate2 Read(string file, string password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new DriveException(DriveCodes.Invalid, $"证书文件“{file}”读不出来，可能口令不对或不是带私钥的 .pfx。请核对设置中的 Certificate 和 CertificatePassword。", e);
        }
    }
}
