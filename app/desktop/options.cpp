// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"

#include "ui/shell/window/link.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

#include <cstring>

namespace cs::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::app::Options)
};

Result<QSize> sizeOf(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    bool wide = false;
    bool high = false;
    const QSize size(parts.value(0).toInt(&wide), parts.value(1).toInt(&high));
    if (parts.size() != 2 || !wide || !high || size.width() < 640 || size.height() < 400 || size.width() > 8000
        || size.height() > 8000) {
        return fail(usageError("CS-DESKTOP-OPTION", "--size \"%1\" is not a window size such as 1280x800.", {text}));
    }
    return size;
}

/// File managers hand over file:///… addresses.
QString pathOf(const QString& given)
{
    return given.startsWith(QLatin1String("file:")) ? QUrl(given).toLocalFile() : given;
}

Status checkTheme(const QString& theme)
{
    if (!QStringList({QString(), QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")})
             .contains(theme)) {
        return fail(usageError("CS-DESKTOP-OPTION", "--theme \"%1\" is not light, dark or system.", {theme}));
    }
    return {};
}

} // namespace

Result<Options> readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Gates and sign-off for ML models."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption workspace(
        {QStringLiteral("w"), QStringLiteral("workspace")}, Words::tr("Workspace to open."), QStringLiteral("PATH"));
    const QCommandLineOption screen(QStringLiteral("screen"),
        Words::tr("Screen to show: inbox, models:v14, flow, promotion:#41, ledger:1281, settings, sign-off."),
        QStringLiteral("NAME"));
    const QCommandLineOption shot(QStringLiteral("screenshot"),
        Words::tr("Save a picture of the loaded window and end."), QStringLiteral("FILE"));
    const QCommandLineOption size(QStringLiteral("size"), Words::tr("Size of the window."), QStringLiteral("WxH"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), Words::tr("light, dark or system."), QStringLiteral("NAME"));
    const QCommandLineOption language(
        QStringLiteral("language"), Words::tr("Language of the window, for example de."), QStringLiteral("CODE"));
    const QCommandLineOption textSize(
        QStringLiteral("text-size"), Words::tr("Size of the text in per cent, 75 to 200."), QStringLiteral("N"));
    const QCommandLineOption scale(
        QStringLiteral("scale"), Words::tr("Device pixel ratio, for example 2."), QStringLiteral("N"));
    const QCommandLineOption readOnly(QStringLiteral("read-only"), Words::tr("Open without the possibility to sign."));
    const QCommandLineOption contact(
        QStringLiteral("first-contact"), Words::tr("Id and root of the workspace have been compared."));
    const QCommandLineOption newWindow(
        QStringLiteral("new-window"), Words::tr("Start apart from a window that runs already."));
    const QCommandLineOption quit(QStringLiteral("quit"), Words::tr("End once the screen is loaded."));
    parser.addOptions(
        {workspace, screen, shot, size, theme, language, textSize, scale, readOnly, contact, newWindow, quit});
    parser.addPositionalArgument(QStringLiteral("path"),
        Words::tr("Workspace to open, or a link: countersign://WORKSPACE-ID/PAGE/TARGET."), QStringLiteral("[path]"));
    parser.process(arguments);

    Options options;
    const QString given = parser.positionalArguments().value(0);
    if (ui::isLink(given)) {
        options.link = given;
    }
    options.workspace = parser.isSet(workspace) ? parser.value(workspace)
        : options.link.isEmpty()                ? pathOf(given)
                                                : QString();
    if (options.workspace.isEmpty() && options.link.isEmpty()) {
        options.workspace = qEnvironmentVariable("COUNTERSIGN_WORKSPACE");
    }
    options.screen = parser.value(screen);
    options.screenshot = parser.value(shot);
    options.theme = parser.value(theme);
    options.language = parser.value(language);
    options.textSize = parser.value(textSize).toInt();
    options.readOnly = parser.isSet(readOnly);
    options.firstContact = parser.isSet(contact);
    options.newWindow = parser.isSet(newWindow);
    options.quit = parser.isSet(quit) || !options.screenshot.isEmpty();
    options.fitsScreen = !parser.isSet(size) && options.screenshot.isEmpty();
    if (parser.isSet(size)) {
        CS_TRY(options.size, sizeOf(parser.value(size)));
    }
    CS_CHECK(checkTheme(options.theme));
    return options;
}

void applyScale(int argc, char** argv)
{
    for (int index = 1; index < argc; ++index) {
        const char* const name = "--scale";
        if (std::strncmp(argv[index], "--scale=", 8) == 0) {
            qputenv("QT_SCALE_FACTOR", QByteArray(argv[index] + 8));
        } else if (std::strcmp(argv[index], name) == 0 && index + 1 < argc) {
            qputenv("QT_SCALE_FACTOR", QByteArray(argv[index + 1]));
        }
    }
}

} // namespace cs::app
