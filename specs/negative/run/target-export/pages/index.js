export default { name: "pages", options: {} };
