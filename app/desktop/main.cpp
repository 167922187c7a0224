// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/console.h"
#include "app/desktop/single_instance.h"
#include "core/identity/keychain.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QScreen>

#include <cstdio>

namespace {

int sayError(const cs::Error& error)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(error.code()), qPrintable(error.message()));
    return error.failure() == cs::Failure::Usage ? 2 : 3;
}

} // namespace

int main(int argc, char** argv)
{
    cs::app::applyScale(argc, argv);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("countersign"));
    QApplication::setApplicationDisplayName(QStringLiteral("Countersign"));
    QApplication::setApplicationVersion(QStringLiteral(CS_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("countersign"));
    auto options = cs::app::readOptions(QCoreApplication::arguments());
    if (!options) {
        return sayError(options.error());
    }
    cs::ui::Theme::instance().install(app);
    if (options->fitsScreen) {
        // With its frame the window must not reach below the screen, where the status line would be.
        constexpr QSize frame(16, 40);
        options->size = options->size.boundedTo(QGuiApplication::primaryScreen()->availableSize() - frame);
    }
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/app-countersign.svg")));
    cs::app::SingleInstance instance(cs::app::SingleInstance::usualFolder());
    const bool alone = options->newWindow || options->quit;
    const QString place = options->workspace.isEmpty() ? QString() : QFileInfo(options->workspace).absoluteFilePath();
    if (!alone && instance.handOver({place, options->link})) {
        return 0;
    }

    const cs::SystemClock clock;
    const std::unique_ptr<cs::Keychain> keychain = cs::makeOsKeychain();
    const auto environment = cs::Environment::system(clock, keychain.get());
    if (!environment) {
        return sayError(environment.error());
    }
    cs::app::Console console(cs::WorkspaceService::create(*environment), clock, *options);
    if (!alone) {
        if (const cs::Status listening = instance.listen(); !listening) {
            qInfo("%s", qUtf8Printable(listening.error().message()));
        }
        QObject::connect(&instance, &cs::app::SingleInstance::received, &console, &cs::app::Console::takeHandedOver);
    }
    console.start();
    return QApplication::exec();
}
