using System.Security.Cryptography;
using System.Text;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Tests;

/// <summary>Contents and puts for tests.</summary>
internal static class Contents
{
    public static DriveContent Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static DriveContent Of(byte[] bytes) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, _ => Task.FromResult<Stream>(new MemoryStream(bytes, false)));

    public static DrivePut Put(string place, string text, string? replaces = null) => new(place, Of(text), replaces, new Dictionary<string, string>());
}
