package de.quartierwerk.registry.spaceimport;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The parts of an upload. */
@Schema(name = "SpaceImportForm", description = "A file and how it is to be read")
public class ImportForm {
    @RestForm("file")
    @Schema(
            type = SchemaType.STRING,
            format = "binary",
            required = true,
            description = "GeoJSON FeatureCollection of polygons, or CSV `key;name;parent`")
    FileUpload file;

    @RestForm("options")
    @Schema(required = true, implementation = ImportOptions.class)
    String options;
}
