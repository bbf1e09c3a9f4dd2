using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Tests;

/// <summary>Where the service keeps what must last.</summary>
public sealed class ServiceStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("service-");

    [Fact]
    public void The_option_comes_before_the_environment_and_that_before_the_home_folder()
    {
        var home = _folder.FullName;
        var given = new DirectoryInfo(Path.Combine(home, "given"));
        Assert.Equal(given.FullName, ServiceStoreOptions.Of(given, null, static _ => "/env", home).Data);
        Assert.Equal(Path.GetFullPath("/env"), ServiceStoreOptions.Of(null, null, name => name == "YIYUAN__DATA" ? "/env" : null, home).Data);
        Assert.Equal(Path.Combine(home, "yiyuan-safety", "ledger.db"), ServiceStoreOptions.Of(null, null, static _ => null, home).Ledger);
        Assert.Equal("data-unknown", Assert.Throws<OutputException>(() => ServiceStoreOptions.Of(null, null, static _ => null, "")).Code);
    }

    [Fact]
    public void The_connection_string_is_never_printed()
    {
        var options = ServiceStoreOptions.Of(_folder, null, static name => name == "YIYUAN__POSTGRES" ? "Host=a;Password=SECRET" : null, "");
        Assert.Equal("Host=a;Password=SECRET", options.Postgres);
        Assert.DoesNotContain("SECRET", $"{options}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_is_made_and_belongs_to_its_owner_alone()
    {
        var data = Path.Combine(_folder.FullName, "a", "data");
        var store = await ServiceStore.OpenAsync(new ServiceStoreOptions(data, null), TestContext.Current.CancellationToken);
        Assert.False(store.IsShared);
        Assert.True(File.Exists(Path.Combine(data, "ledger.db")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
    }

    [Fact]
    public async Task What_cannot_be_opened_is_told()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "ledger.db"), new string('x', 5000), TestContext.Current.CancellationToken);
        async Task<OutputException> FailAsync(ServiceStoreOptions options) =>
            await Assert.ThrowsAsync<OutputException>(() => ServiceStore.OpenAsync(options, TestContext.Current.CancellationToken));

        Assert.Equal("ledger-unreachable", (await FailAsync(new ServiceStoreOptions(_folder.FullName, null))).Code);
        Assert.Equal("data-unwritable", (await FailAsync(new ServiceStoreOptions(Path.Combine(_folder.FullName, "ledger.db", "x"), null))).Code);
        foreach (var connection in new[] { "Host=127.0.0.1;Port=1;Password=SECRET", "nonsense" })
        {
            var error = await FailAsync(new ServiceStoreOptions(_folder.FullName, connection));
            Assert.Equal("ledger-unreachable", error.Code);
            Assert.DoesNotContain("SECRET", error.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(true);
    }
}
