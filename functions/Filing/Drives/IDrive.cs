using System.Security.Cryptography;

namespace YiyuanSafety.Filing.Drives;

/// <summary>
/// A shared drive that papers are filed on. Places are paths below the drive's root with / between names, which differ when they differ in
/// more than capital and small letters. What goes wrong is a <see cref="DriveException"/>; what passes by itself (a share that is away for a
/// moment, a server that asks to wait) has been tried again before.
/// </summary>
public interface IDrive
{
    /// <summary>Where it is, in words that a person knows it by: the folder, or the library's address.</summary>
    string Address { get; }

    /// <summary>What lies at a place; null for nothing.</summary>
    /// <exception cref="DriveException">The drive does not answer; or a folder lies there.</exception>
    Task<DriveFile?> StatAsync(string place, CancellationToken cancellation);

    /// <summary>All files in a folder and in the folders below it; none where there is no such folder. What links lead to is not listed.</summary>
    /// <param name="folder">The folder; empty for the root.</param>
    /// <param name="cancellation">Stops.</param>
    Task<DriveListing> ListAsync(string folder, CancellationToken cancellation);

    /// <summary>The names of the folders in a folder, in order; none where there is no such folder.</summary>
    /// <param name="folder">The folder; empty for the root.</param>
    /// <param name="cancellation">Stops.</param>
    Task<IReadOnlyList<string>> FoldersAsync(string folder, CancellationToken cancellation);

    /// <summary>The whole file at a place, read into memory; null for none. Cut off while it is read, it is read again.</summary>
    /// <exception cref="DriveException">The drive does not answer.</exception>
    Task<byte[]?> ReadAsync(string place, CancellationToken cancellation);

    /// <summary>
    /// Puts a file to a place: whole or not at all, its folders made on demand. Done again after it was cut off, it comes to the same.
    /// </summary>
    /// <returns>The file as it lies there now.</returns>
    /// <exception cref="DriveException">
    /// <see cref="DriveCodes.Occupied"/> where something lies there and nothing was to be replaced; <see cref="DriveCodes.Changed"/> where what
    /// lies there is not what was to be replaced. Then nothing was written.
    /// </exception>
    Task<DriveFile> PutAsync(DrivePut put, CancellationToken cancellation);

    /// <summary>
    /// Shows beside a file what it is, where the drive has columns for it. A drive may write them into the file, which is then a new version.
    /// </summary>
    /// <param name="file">The file as it was put or found.</param>
    /// <param name="content">What it is: where somebody changed it meanwhile, it is left as it is.</param>
    /// <param name="columns">What is shown, by the names of the columns such as 文号; those that the drive lacks are left out.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The file as it lies there now; as it was given where somebody changed it meanwhile.</returns>
    Task<DriveFile> DescribeAsync(DriveFile file, DriveContent content, IReadOnlyDictionary<string, string> columns, CancellationToken cancellation);

    /// <summary>Whether a file that lies on the drive is this content, whatever the drive added to it by itself.</summary>
    Task<bool> HoldsAsync(DriveFile file, DriveContent content, CancellationToken cancellation);

    /// <summary>An address that opens the file for those who may read it; null where there is no such file.</summary>
    Task<string?> LinkAsync(string place, CancellationToken cancellation);

    /// <summary>Tries everything that filing needs; never fails, but says what is missing and who can mend it.</summary>
    Task<IReadOnlyList<DriveCheck>> CheckAsync(CancellationToken cancellation);
}

/// <summary>A file on a drive.</summary>
/// <param name="Place">Its path below the root, as the drive spells it.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Version">Changes when the content changes, and only then: what lies there is still what was filed where it is the same.</param>
/// <param name="ChangedAt">When it was written last.</param>
/// <param name="Link">An address that opens it for those who may read it.</param>
public sealed record DriveFile(string Place, long Length, string Version, DateTimeOffset ChangedAt, string Link);

/// <summary>What lies in a folder of a drive. Lists tell no versions: nothing is read for them.</summary>
/// <param name="Files">Places of the files.</param>
/// <param name="Unreadable">Places of the folders that the program may not look into.</param>
public sealed record DriveListing(IReadOnlyList<string> Files, IReadOnlyList<string> Unreadable);

/// <summary>The content of a file to be put on a drive. It can be read more than once.</summary>
/// <param name="Hash">SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="OpenAsync">Opens it: a stream at its start that can seek.</param>
public sealed record DriveContent(string Hash, long Length, Func<CancellationToken, Task<Stream>> OpenAsync)
{
    /// <summary>A content that lies in memory.</summary>
    /// <param name="bytes">The content; nobody may change it afterwards.</param>
    public static DriveContent Of(byte[] bytes) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, _ => Task.FromResult<Stream>(new MemoryStream(bytes, false)));
}

/// <summary>A file to be put.</summary>
/// <param name="Place">Where.</param>
/// <param name="Content">What.</param>
/// <param name="Replaces">The version of the file that it takes the place of; null where nothing may lie there.</param>
public sealed record DrivePut(string Place, DriveContent Content, string? Replaces);

/// <summary>One thing that filing needs of a drive.</summary>
/// <param name="Name">What was tried, in Chinese.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Message">Empty where it works; else a Chinese sentence: what is missing, who can mend it and how.</param>
public sealed record DriveCheck(string Name, CheckOutcome Outcome, string Message);

/// <summary>How a check went.</summary>
public enum CheckOutcome
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>It is missing, but papers can be filed without it.</summary>
    Missing,

    /// <summary>It fails: no paper can be filed.</summary>
    Fails,
}
