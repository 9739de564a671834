package de.quartierwerk.apichanges;

/**
 * A change that breaks a caller.
 *
 * @param service file name of the released document, without ending
 * @param operation method and path
 * @param what place and kind of the change; the same for all operations where the place lies in a named schema
 */
record Change(String service, String operation, String what) {}
