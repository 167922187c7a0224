// SPDX-License-Identifier: GPL-3.0-or-later
// `countersignctl`: the command line of design.md section 7.
#include "app/cli/context.h"

#include <QCoreApplication>

#include <algorithm>
#include <clocale>
#include <string_view>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("countersign"));
    std::setlocale(LC_NUMERIC, "C");
    CLI::App app{"Gates and sign-off for ML models, recorded in a signed ledger", "countersignctl"};
    app.set_version_flag("--version", "countersignctl " CS_VERSION);
    app.require_subcommand(1);
    app.get_formatter()->column_width(42);
    cs::cli::Context context;
    context.addGlobalOptions(app);
    cs::cli::addWorkspaceCommands(app, context);
    cs::cli::addPeopleCommands(app, context);
    cs::cli::addModelCommands(app, context);
    cs::cli::addEvidenceCommands(app, context);
    cs::cli::addPromoteCommands(app, context);
    cs::cli::addPolicyCommands(app, context);
    cs::cli::addCanaryCommands(app, context);
    cs::cli::addRollbackCommands(app, context);
    cs::cli::addRecordCommands(app, context);
    cs::cli::addHeadsCommands(app, context);
    addRegistryCommands(app, context);
    cs::cli::addLogCommands(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool json =
            std::any_of(argv + 1, argv + argc, [](const char* word) { return std::string_view(word) == "--json"; });
        if (json && error.get_exit_code() != 0)
            return context.print(cs::fail(cs::usageError("CS-CLI-USAGE", "%1", {cs::qs(error.what())})), true);
        const int status = app.exit(error);
        return status == 0 ? 0 : 2;
    }
    return context.run();
}
