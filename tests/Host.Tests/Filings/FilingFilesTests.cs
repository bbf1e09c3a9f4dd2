using YiyuanSafety.Host.Filings;

namespace YiyuanSafety.Host.Tests.Filings;

/// <summary>Which files are filed of those that people name.</summary>
public sealed class FilingFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("papers-");

    public void Dispose() => _folder.Delete(true);

    [Theory]
    [InlineData("函.pdf")]
    [InlineData("函.PDF")]
    [InlineData("函.Pdf")]
    public void A_PDF_goes_with_its_paper_however_its_ending_is_written(string pdf)
    {
        Write("函.docx", pdf, "附件.PDF");

        var files = FilingFiles.Of([_folder.FullName]);

        Assert.Equal(["函.docx", "附件.PDF"], files.Select(file => file.File.Name).Order(StringComparer.Ordinal));
        Assert.Equal(pdf, files.Single(file => file.File.Name == "函.docx").Pdf?.Name);
        Assert.Null(files.Single(file => file.File.Name == "附件.PDF").Pdf);
    }

    [Fact]
    public void No_PDF_is_left_out_where_a_paper_has_two()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows 上这是同一个文件名。");
        Write("函.docx", "函.pdf", "函.PDF");

        var files = FilingFiles.Of([_folder.FullName]);

        Assert.Equal("函.pdf", files.Single(file => file.File.Name == "函.docx").Pdf?.Name);
        Assert.Contains(files, file => file.File.Name == "函.PDF");
    }

    private void Write(params string[] names)
    {
        foreach (var name in names)
            File.WriteAllText(Path.Combine(_folder.FullName, name), name);
    }
}
