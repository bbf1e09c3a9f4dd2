using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.WorkPoints.Calendar;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Host.Sources;

/// <summary>What ships inside the program: templates, the Yiyuan directory and profile.</summary>
internal static class Shipped
{
    /// <summary>The shipped directory.</summary>
    public static BodyDirectory Directory()
    {
        using var stream = Open("directory.json");
        return BodyDirectory.Load(stream);
    }

    /// <summary>The shipped profile.</summary>
    public static Profile Profile()
    {
        using var stream = Open("profile.json");
        return Drafting.Papers.Profile.Load(stream);
    }

    /// <summary>The shipped calendar.</summary>
    public static WorkCalendar Calendar()
    {
        using var stream = Open("calendar.json");
        return CalendarFile.Read(stream);
    }

    /// <summary>Templates by file name: from a folder where it has the file, else the shipped one.</summary>
    public static PaperTemplates Templates(DirectoryInfo? folder) => new(file => Template(folder, file));

    /// <summary>One template: from a folder where it has the file, else the shipped one.</summary>
    public static Stream Template(DirectoryInfo? folder, string file) =>
        folder is not null && new FileInfo(Path.Combine(folder.FullName, file)) is { Exists: true } own ? own.OpenRead() : Open(file);

    private static Stream Open(string name) =>
        typeof(Shipped).Assembly.GetManifestResourceStream("templates/" + name)
        ?? throw new InvalidOperationException($"The program was built without templates/{name}.");
}
