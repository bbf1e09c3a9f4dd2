using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace YiyuanSafety.Ledger.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Service : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_parties_Body_Role_TaskId",
                table: "parties");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Due",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PlanId",
                table: "jobs",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "SameAs",
                table: "groups",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mention",
                table: "findings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactName",
                table: "bodies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ContactPhone",
                table: "bodies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "access_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "answered_calls",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Asked = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Location = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answered_calls", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_tasks_PlanId_State_Due_Ordinal",
                table: "tasks",
                columns: new[] { "PlanId", "State", "Due", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_parties_Body_TaskId_Role",
                table: "parties",
                columns: new[] { "Body", "TaskId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_PlanId_At",
                table: "jobs",
                columns: new[] { "PlanId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_access_keys_Hash",
                table: "access_keys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_answered_calls_At",
                table: "answered_calls",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_keys");

            migrationBuilder.DropTable(
                name: "answered_calls");

            migrationBuilder.DropIndex(
                name: "IX_tasks_PlanId_State_Due_Ordinal",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "IX_parties_Body_TaskId_Role",
                table: "parties");

            migrationBuilder.DropIndex(
                name: "IX_jobs_PlanId_At",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "Due",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "PlanId",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "SameAs",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "Mention",
                table: "findings");

            migrationBuilder.DropColumn(
                name: "ContactName",
                table: "bodies");

            migrationBuilder.DropColumn(
                name: "ContactPhone",
                table: "bodies");

            migrationBuilder.CreateIndex(
                name: "IX_parties_Body_Role_TaskId",
                table: "parties",
                columns: new[] { "Body", "Role", "TaskId" });
        }
    }
}
