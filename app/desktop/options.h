// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace cs::app {

/// What the command line of `countersign` asks for.
struct Options {
    QString workspace; ///< path; empty: the one of last time
    QString link; ///< countersign://…; checked by its user
    QString screen; ///< inbox, promotions, promotion:#41, ledger, first-run, sign-off; empty: the first
    QString screenshot; ///< PNG to write once the page is loaded; then the program ends
    QSize size = QSize(1280, 800);
    bool fitsScreen = true; ///< no larger than the screen has room for; not where a size or a picture is asked for
    QString theme; ///< light or dark; empty: as set
    QString language; ///< "de"; empty: as set
    int textSize = 0; ///< per cent; 0: as set
    bool readOnly = false;
    bool firstContact = false; ///< id and root have been compared
    bool newWindow = false; ///< hands nothing to a window that runs
    bool quit = false; ///< ends once the page is loaded
};

/// @returns CS-DESKTOP-OPTION that names the option. `--help` and `--version` print and end the program.
Result<Options> readOptions(const QStringList& arguments);

/// --scale has to be known before the application exists. Sets QT_SCALE_FACTOR.
void applyScale(int argc, char** argv);

} // namespace cs::app
