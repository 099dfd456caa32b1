export { SDKValidationError } from "../../lib/errors.js";
