using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Office;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Calendar;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Sources;

/// <summary>Opens the files that a run starts from.</summary>
internal static class SourceFiles
{
    /// <summary>Reads and understands a work-points document.</summary>
    /// <param name="file">The document.</param>
    /// <param name="directoryFile">The directory to use; null chooses: the shipped one for its own county, else none.</param>
    public static Understood Understand(FileInfo file, FileInfo? directoryFile)
    {
        var source = Read(file);
        var given = directoryFile is null ? null : Directory(directoryFile);
        var shipped = given is null ? Shipped.Directory() : null;
        var isHome = shipped?.AppliesTo(source) ?? false;
        var directory = given ?? (isHome ? shipped : null);
        var document = WorkPointsParser.Parse(source, directory);
        return new Understood(document, directory ?? BodyDirectory.FromDocument(document), isHome || given is not null);
    }

    /// <summary>The profile to draft with: the given one, the shipped one for its own county, else an empty one.</summary>
    public static Profile Profile(FileInfo? file, Understood understood)
    {
        if (file is not null)
            return Profile(file);
        var shipped = Shipped.Profile();
        return understood.Directory.Region == shipped.Region ? shipped : Drafting.Papers.Profile.Empty;
    }

    /// <summary>Reads a directory of bodies.</summary>
    /// <exception cref="DirectoryException">It cannot be opened, or is no directory.</exception>
    public static BodyDirectory Directory(FileInfo file) => Load(file, BodyDirectory.Load, "单位名录");

    /// <summary>Reads a profile.</summary>
    /// <exception cref="ProfileException">The file is no profile.</exception>
    /// <exception cref="DirectoryException">It cannot be opened.</exception>
    /// <exception cref="Filing.Drives.DriveException">Its patterns of places are none.</exception>
    public static Profile Profile(FileInfo file)
    {
        var profile = Load(file, Drafting.Papers.Profile.Load, "单位设置");
        PathPattern.Papers(profile.Filing.Path);
        foreach (var (kind, path) in profile.Filing.Kinds)
        {
            PathPattern.Papers(path);
            if (!FilingPaper.Kinds.Contains(kind))
                throw new ProfileException($"发文配置文件的 filing.kinds 里没有“{kind}”这种文种，写在它下面的路径不会用到。可以写：{string.Join("、", FilingPaper.Kinds)}。");
        }

        PathPattern.Register(profile.Filing.Register);
        return profile;
    }

    /// <summary>Reads a calendar.</summary>
    /// <exception cref="CalendarException">The file is no calendar.</exception>
    /// <exception cref="DirectoryException">It cannot be opened.</exception>
    public static WorkCalendar Calendar(FileInfo file) => Load(file, CalendarFile.Read, "工作日历");

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(FileInfo file)
    {
        using var stream = Open(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads what is asked for of one paper.</summary>
    public static PaperOrder Order(FileInfo file, PaperKind kind)
    {
        using var stream = Open(file);
        return OrderFile.Read(stream, kind);
    }

    /// <summary>Reads a file of tasks.</summary>
    public static WorkPointsDocument Tasks(FileInfo file)
    {
        using var stream = Open(file);
        return TasksFile.Read(stream);
    }

    /// <summary>What to draft from again: the newest tasks, with the county's directory and profile as the paper was made with.</summary>
    /// <param name="county">The county in the paper's record.</param>
    /// <param name="tasks">The newest tasks.</param>
    /// <param name="directoryFile">The directory to use; null for the shipped one in its own county, else one from the tasks.</param>
    /// <param name="profileFile">The profile to use; null likewise.</param>
    public static PaperRequest Again(string county, WorkPointsDocument tasks, FileInfo? directoryFile, FileInfo? profileFile)
    {
        var shipped = Shipped.Directory();
        var isHome = county == shipped.Region;
        var directory = directoryFile is not null ? Directory(directoryFile)
            : isHome ? shipped
            : BodyDirectory.FromDocument(tasks);
        var profile = profileFile is not null ? Profile(profileFile)
            : isHome ? Shipped.Profile()
            : Drafting.Papers.Profile.Empty;
        return new PaperRequest(tasks, directory, profile);
    }

    private static SourceDocument Read(FileInfo file)
    {
        using var stream = Open(file);
        return Read(stream, file.Name);
    }

    /// <summary>Reads a document, with the help of LibreOffice where its format needs it.</summary>
    /// <param name="stream">The document; must be seekable.</param>
    /// <param name="name">Its name, by which its format is told.</param>
    /// <exception cref="UnreadableSourceException">It cannot be read.</exception>
    public static SourceDocument Read(Stream stream, string name)
    {
        try
        {
            return SourceReader.Read(stream, name);
        }
        catch (UnreadableSourceException e) when (e.Code == SourceErrors.NeedsConversion && OfficeProgram.Find() is { } office)
        {
            stream.Position = 0;
            return LegacyConversion.Read(office, stream, name);
        }
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="UnreadableSourceException">There is no such file, or it cannot be opened.</exception>
    public static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var reason = e is FileNotFoundException or DirectoryNotFoundException
                ? "没有这个文件。请核对文件名和所在的文件夹。"
                : System.IO.Directory.Exists(file.FullName) ? "这是一个文件夹。请指定其中的文件。" : "文件打不开，可能正被其他程序占用或没有读取权限。请关闭后重试。";
            throw new UnreadableSourceException(SourceErrors.NotFound, $"“{file.Name}”：{reason}", e);
        }
    }

    private static T Load<T>(FileInfo file, Func<Stream, T> load, string what)
    {
        try
        {
            using var stream = file.OpenRead();
            return load(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DirectoryException($"{what}“{file.Name}”打不开。请核对文件名和读取权限。", e);
        }
    }
}

/// <summary>A document understood, and the bodies it was understood with.</summary>
/// <param name="Document">Tasks and findings.</param>
/// <param name="Directory">The bodies: given, shipped, or built from the document.</param>
/// <param name="HasDirectory">Whether a directory was at hand.</param>
internal sealed record Understood(WorkPointsDocument Document, BodyDirectory Directory, bool HasDirectory);
