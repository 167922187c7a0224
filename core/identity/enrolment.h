// SPDX-License-Identifier: GPL-3.0-or-later
// The proof of possession is made and checked by core/crypto, so that the auditor's replay needs no keychain room.
#pragma once

#include "core/crypto/enrolment.h"
