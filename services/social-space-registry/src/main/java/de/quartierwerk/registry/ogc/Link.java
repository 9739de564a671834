package de.quartierwerk.registry.ogc;

/**
 * A link to something else, or to the same thing in another form (RFC 8288).
 *
 * @param href absolute address
 * @param rel what it is to this document
 * @param type media type found there
 * @param title for people
 */
record Link(String href, String rel, String type, String title) {
    static final String JSON = "application/json";
    static final String GEO_JSON = "application/geo+json";
    static final String HTML = "text/html";
    static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";
}
