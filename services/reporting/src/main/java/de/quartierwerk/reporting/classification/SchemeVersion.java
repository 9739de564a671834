package de.quartierwerk.reporting.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The scheme of a run, as answers and documents name it. */
public record SchemeVersion(
        @Schema(description = "Code of the scheme", examples = "fields-of-action")
        String scheme,

        @Schema(description = "Version of the scheme", examples = "1")
        long schemeVersion,

        @Schema(description = "Title of the scheme", examples = "Handlungsfelder")
        String schemeTitle) {
    /** The scheme of a run. */
    public static SchemeVersion of(Run run) {
        return new SchemeVersion(
                run.scheme().code(), run.scheme().version(), run.scheme().title());
    }
}
