# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where: programs, desktop entry, metadata, file type, icon.
include(GNUInstallDirs)
foreach(program countersign countersignctl countersign-reader)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()
if(TARGET countersign)
    set(desktop ${CMAKE_SOURCE_DIR}/packaging/desktop)
    install(FILES ${desktop}/invalid.countersign.Countersign.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${desktop}/invalid.countersign.Countersign.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${desktop}/countersign-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
    install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/app-countersign.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME countersign.svg)
endif()
