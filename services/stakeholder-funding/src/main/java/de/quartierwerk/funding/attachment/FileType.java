package de.quartierwerk.funding.attachment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Types of files that may be attached. */
@Schema(name = "AttachmentType")
public enum FileType {
    /** Portable document. */
    PDF("application/pdf"),
    /** Text of Microsoft Office. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** Spreadsheet of Microsoft Office. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Text of the OpenDocument format. */
    ODT("application/vnd.oasis.opendocument.text"),
    /** Spreadsheet of the OpenDocument format. */
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    /** Picture without loss. */
    PNG("image/png"),
    /** Photograph. */
    JPEG("image/jpeg"),
    /** Table as text. */
    CSV("text/csv");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }
}
