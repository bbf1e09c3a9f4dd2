using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace YiyuanSafety.Ledger.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_parties_Body_Role_TaskId",
                table: "parties");

            migrationBuilder.CreateIndex(
                name: "IX_parties_Body_TaskId_Role",
                table: "parties",
                columns: new[] { "Body", "TaskId", "Role" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_parties_Body_TaskId_Role",
                table: "parties");

            migrationBuilder.CreateIndex(
                name: "IX_parties_Body_Role_TaskId",
                table: "parties",
                columns: new[] { "Body", "Role", "TaskId" });
        }
    }
}
