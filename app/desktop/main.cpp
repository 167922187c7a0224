// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/console.h"
#include "core/identity/keychain.h"
#include "ui/shell/i18n/language.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>

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
    const auto options = cs::app::readOptions(QCoreApplication::arguments());
    if (!options) {
        return sayError(options.error());
    }
    cs::ui::Theme& theme = cs::ui::Theme::instance();
    theme.install(app);
    const auto chooseTheme = [&theme, &options] {
        if (options->theme.isEmpty()) {
            return;
        }
        theme.setChoice(options->theme == QLatin1String("dark") ? cs::ui::Theme::Choice::Dark
                : options->theme == QLatin1String("light")      ? cs::ui::Theme::Choice::Light
                                                                : cs::ui::Theme::Choice::System);
    };
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/app-countersign.svg")));
    cs::ui::Language language(app);
    language.use(options->language.isEmpty() ? QLocale::system() : QLocale(options->language));

    const cs::SystemClock clock;
    const std::unique_ptr<cs::Keychain> keychain = cs::makeOsKeychain();
    const auto environment = cs::Environment::system(clock, keychain.get());
    if (!environment) {
        return sayError(environment.error());
    }
    cs::app::Console console(cs::WorkspaceService::create(*environment), clock, *options);
    chooseTheme(); // after the window has taken up its last session
    console.start();
    return QApplication::exec();
}
