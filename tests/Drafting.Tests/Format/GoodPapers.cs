using System.Text;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Tests.Papers;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Tests.Format;

/// <summary>Papers that the program itself drafts.</summary>
internal static class GoodPapers
{
    /// <summary>All Word papers of the sample: notice, a sheet for each body and some letters.</summary>
    public static IEnumerable<Paper> OfSample(Func<Profile, Profile> change)
    {
        using var directoryFile = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "templates", "directory.json"));
        using var profileFile = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "templates", "profile.json"));
        var directory = BodyDirectory.Load(directoryFile);
        var text = new MemoryStream(Encoding.UTF8.GetBytes(File.ReadAllText(SamplePath)));
        var document = WorkPointsParser.Parse(SourceReader.Read(text, "yiyuan-2021.txt"), directory);
        var request = new PaperRequest(document, directory, change(Profile.Load(profileFile)))
        {
            Date = new DateOnly(2021, 3, 5),
            ReplyBy = new DateOnly(2021, 4, 1),
            Supervised = [.. document.Tasks.Take(12).Select(task => task.Id)],
        };
        return PaperSet.Of(request, PaperText.Templates).Where(paper => paper.Path.EndsWith(".docx", StringComparison.Ordinal));
    }

    public static FormatReport Checked(Paper paper) => FormatChecker.Check(PaperText.Written(paper), new CheckOptions { File = paper.Path });

    public static string Lines(FormatReport report) => string.Join('\n', report.Findings.Select(Line));

    public static string Line(FormatFinding finding) => $"{finding.RuleId} {finding.Severity} {finding.Place.Text}: {finding.Message}{(finding.Fixable ? " [可修]" : "")}";

    private static string SamplePath { get; } = FindSample();

    private static string FindSample()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "tests", "samples", "yiyuan-2021.txt");
            if (File.Exists(file))
                return file;
        }

        throw new FileNotFoundException("tests/samples/yiyuan-2021.txt");
    }
}
