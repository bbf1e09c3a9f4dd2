using System.CommandLine;
using System.Data.Common;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Service;

/// <summary>Where the service keeps what must last.</summary>
/// <param name="Data">The data folder, full path.</param>
/// <param name="Postgres">Connection string of PostgreSQL; null for a file in the data folder.</param>
internal sealed record ServiceStoreOptions(string Data, string? Postgres)
{
    /// <summary>Environment variable with the data folder.</summary>
    public const string DataVariable = "YIYUAN__DATA";

    /// <summary>Environment variable with the connection string: a password on the command line can be seen by every user of the machine.</summary>
    public const string PostgresVariable = "YIYUAN__POSTGRES";

    private const string LedgerFile = "ledger.db";

    /// <summary>Folder of the files that papers and sources are kept in, where they are not in Azure Storage.</summary>
    public string Files => Path.Combine(Data, "files");

    /// <summary>The ledger's file, where there is no PostgreSQL.</summary>
    public string Ledger => Path.Combine(Data, LedgerFile);

    /// <summary>The option for the data folder.</summary>
    public static Option<DirectoryInfo?> DataOption() => new("--data")
    {
        Description = $"数据文件夹（台账、文件）；不指定时用环境变量 {DataVariable}，再没有就用本人的应用数据文件夹",
        HelpName = "文件夹",
    };

    /// <summary>The option for PostgreSQL.</summary>
    public static Option<string?> PostgresOption() => new("--postgres")
    {
        Description = $"多人共用时的 PostgreSQL 连接字符串；含口令时请改用环境变量 {PostgresVariable}",
        HelpName = "连接字符串",
    };

    /// <summary>What the options say, then the environment, then the user's own folder.</summary>
    /// <param name="data">The option's folder; null where it is not given.</param>
    /// <param name="postgres">The option's connection string; null where it is not given.</param>
    /// <param name="variable">The value of an environment variable.</param>
    /// <param name="home">The user's folder for programs' data; empty where the user has none.</param>
    /// <exception cref="OutputException">No folder is known.</exception>
    public static ServiceStoreOptions Of(DirectoryInfo? data, string? postgres, Func<string, string?> variable, string home)
    {
        var folder = data?.FullName
            ?? (variable(DataVariable) is { Length: > 0 } given ? Path.GetFullPath(given) : null)
            ?? (home.Length > 0 ? Path.Combine(home, "yiyuan-safety") : null)
            ?? throw new OutputException("data-unknown", $"不知道数据放在哪里：当前用户没有自己的文件夹。请用 --data 指定数据文件夹，或设置环境变量 {DataVariable}。");
        var connection = postgres is { Length: > 0 } ? postgres : variable(PostgresVariable);
        return new ServiceStoreOptions(folder, connection is { Length: > 0 } ? connection : null);
    }

    /// <summary>What the options and this process's environment say. Azure Functions lets a program write to the folder for temporary files alone.</summary>
    public static ServiceStoreOptions Of(DirectoryInfo? data, string? postgres) => Of(
        data,
        postgres,
        Environment.GetEnvironmentVariable,
        Environment.GetEnvironmentVariable(ServiceConfiguration.FunctionsVariable) is { Length: > 0 }
            ? Path.GetTempPath()
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify));

    /// <summary>Says where the data lie, never the connection string: it may hold a password.</summary>
    public override string ToString() => Postgres is null ? Ledger : "PostgreSQL";
}

/// <summary>Opens the service's ledger.</summary>
internal static class ServiceStore
{
    /// <summary>Opens the ledger and brings it to the newest shape; makes folder and ledger where there are none.</summary>
    /// <exception cref="OutputException">The folder cannot be written, or the store does not answer.</exception>
    public static async Task<LedgerStore> OpenAsync(ServiceStoreOptions options, CancellationToken cancellation)
    {
        var store = Of(options);
        try
        {
            await store.PrepareAsync(cancellation);
            return store;
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            throw Unreachable(options, e);
        }
    }

    /// <summary>The ledger as it lies there; makes its folder where there is none.</summary>
    /// <exception cref="OutputException">The folder cannot be made.</exception>
    public static LedgerStore Of(ServiceStoreOptions options)
    {
        MakeFolder(options.Data);
        return options.Postgres is { } connection ? LedgerStore.InPostgres(connection) : LedgerStore.InFile(options.Ledger);
    }

    /// <summary>Whether an error means that the store does not answer. ArgumentException is Npgsql's word for a connection string that it cannot read.</summary>
    public static bool IsUnreachable(Exception error) => error is DbException or ArgumentException || error.InnerException is DbException;

    /// <summary>Makes the data folder. It holds who does what and the hashes of keys: nobody else on the machine needs to read it.</summary>
    /// <exception cref="OutputException">The folder cannot be made.</exception>
    public static void MakeFolder(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException("data-unwritable", $"数据文件夹“{folder}”建不了。请核对路径和写入权限，或用 --data 指定另一个文件夹。", e);
        }
    }

    /// <summary>A store that does not answer, as it is told.</summary>
    public static OutputException Unreachable(ServiceStoreOptions options, Exception cause) => options.Postgres is null
        ? new OutputException("ledger-unreachable", $"台账“{options.Ledger}”打不开或写不进去。请核对文件和文件夹的权限、磁盘空间，或用 --data 指定另一个文件夹。", cause)
        : new OutputException("ledger-unreachable", "连不上 PostgreSQL，或账号权限不够。请核对连接字符串、网络和数据库账号。", cause);
}
