using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Folder;
using YiyuanSafety.Filing.Graph;
using YiyuanSafety.Filing.Places;

namespace YiyuanSafety.Host.Filings;

/// <summary>A drive that papers can be filed on.</summary>
/// <param name="Name">What people call it, and the ledger.</param>
/// <param name="Drive">The drive.</param>
/// <param name="WhenOther">What to do where another content lies at a paper's place.</param>
internal sealed record NamedDrive(string Name, IDrive Drive, WhenOther WhenOther);

/// <summary>The drives of this installation.</summary>
/// <param name="settings">What the settings name.</param>
/// <param name="time">For waiting between tries.</param>
internal sealed class DriveBook(IReadOnlyList<DriveSettings> settings, TimeProvider time)
{
    private readonly Dictionary<string, Lazy<NamedDrive>> _drives = settings.ToDictionary(one => one.Name, one => new Lazy<NamedDrive>(() => Open(one, time)), StringComparer.OrdinalIgnoreCase);

    /// <summary>Their names, in the order of the settings.</summary>
    public IReadOnlyList<string> Names { get; } = [.. settings.Select(one => one.Name)];

    /// <summary>A drive by its name.</summary>
    /// <exception cref="DriveException">There is none of that name.</exception>
    public NamedDrive Find(string name) => _drives.TryGetValue(name, out var drive)
        ? drive.Value
        : throw new DriveException(DriveCodes.NotFound, Names.Count == 0
            ? $"没有“{name}”这个归档位置：还没有设置任何归档位置。请在设置文件的 Drives 中添加，见 docs/filing.md。"
            : $"没有“{name}”这个归档位置。已设置的有：{string.Join("、", Names)}。");

    /// <summary>A drive by its name, or a folder by its path, as people write it on the command line.</summary>
    /// <exception cref="DriveException">It is neither.</exception>
    public NamedDrive FindOrFolder(string text) =>
        !_drives.ContainsKey(text) && (text.AsSpan().IndexOfAny('/', '\\') >= 0 || Directory.Exists(text)) ? Open(DriveSettings.OfFolder(text), time) : Find(text);

    private static NamedDrive Open(DriveSettings settings, TimeProvider time) =>
        new(settings.Name, settings.Library is { } library ? new GraphDrive(library, time) : new FolderDrive(Path.TrimEndingDirectorySeparator(settings.Folder ?? ""), time), settings.WhenOther);
}
