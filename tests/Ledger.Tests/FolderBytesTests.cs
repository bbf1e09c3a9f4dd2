using YiyuanSafety.Ledger.Bytes;

namespace YiyuanSafety.Ledger.Tests;

/// <summary>What only a folder does; what every store of bytes does is tested with the host's others.</summary>
public sealed class FolderBytesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bytes-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_trouble()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Stop);

        Assert.Null(await new FolderBytes(_folder.FullName).TroubleAsync(Stop));
        Assert.NotNull(await new FolderBytes(file).TroubleAsync(Stop));
    }
}
